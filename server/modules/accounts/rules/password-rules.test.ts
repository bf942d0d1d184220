import { describe, expect, test } from 'vitest'
import { oneTimePassword } from '../actions/one-time-password.ts'
import { checkPassword } from './password-rules.ts'
import { checkScope } from './role-scopes.ts'
import { checkSeparation } from './separated-administrators.ts'

describe('GB/T 22239-2019 8.1.4.1: passwords', () => {
  test.each(['Abcdef12', 'abcdef1!', 'ABCDEF1!', '共治Abc123', 'Kd4m-Pb7x-Ru3n-Hv9s'])(
    '«%s» is taken',
    (password) => {
      expect(() => checkPassword(password, 'wang')).not.toThrow()
    },
  )
  test.each([
    ['Abc12!', 'shorter than 8'],
    ['abcdefgh1', 'two kinds of characters'],
    ['12345678', 'one kind'],
    ['Wang-1234', 'holds the account name'],
  ])('«%s» is refused: %s', (password) => {
    expect(() => checkPassword(password, 'wang')).toThrow('password-weak')
  })
  test('a one-time password satisfies the rules, holds no look-alikes and is never the same', () => {
    const many = Array.from({ length: 200 }, oneTimePassword)
    for (const password of many) expect(() => checkPassword(password, 'wang')).not.toThrow()
    expect(new Set(many).size).toBe(200)
    expect(many.join('')).not.toMatch(/[0O1lIio]/)
  })
})

describe('三员分立: system, authorisation and audit administrators exclude each other and every other role', () => {
  test.each([
    [['system-admin', 'audit-admin']],
    [['authorisation-admin', 'city-official']],
    [['audit-admin', 'auditor']],
  ] as const)('%s is refused', (roles) => {
    expect(() => checkSeparation(roles)).toThrow('administrators-exclusive')
  })
  test.each([
    [['system-admin']],
    [['audit-admin', 'audit-admin']],
    [['city-official', 'evaluator']],
    [[]],
  ] as const)('%s stands', (roles) => {
    expect(() => checkSeparation(roles)).not.toThrow()
  })
})

describe('a role is held for the kind of place or body that it is about', () => {
  const street = { label: '少先路街道', placeKind: 'street' as const }
  const firm = { label: '某物业', bodyKind: 'enterprise' as const }
  test('the right kinds pass', () => {
    expect(() => checkScope('street-official', street)).not.toThrow()
    expect(() => checkScope('enterprise', firm)).not.toThrow()
    expect(() => checkScope('evaluator', street)).not.toThrow()
  })
  test('another level, a body for a place, a place for a body, or nothing is refused', () => {
    expect(() => checkScope('district-official', street)).toThrow('scope-wrong-kind')
    expect(() => checkScope('committee', firm)).toThrow('scope-wrong-kind')
    expect(() => checkScope('street-official', firm)).toThrow('scope-missing')
    expect(() => checkScope('enterprise', street)).toThrow('scope-missing')
    expect(() => checkScope('auditor', undefined)).toThrow('scope-missing')
  })
})
