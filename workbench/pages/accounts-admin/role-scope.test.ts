import { expect, test } from 'vitest'
import { excludes, scopeOf } from './role-scope.ts'

test('the three administrators exclude each other and every other role, before anything is sent', () => {
  expect(excludes(['system-admin'], 'audit-admin')).toBe(true)
  expect(excludes(['district-official'], 'authorisation-admin')).toBe(true)
  expect(excludes(['audit-admin'], 'evaluator')).toBe(true)
  expect(excludes(['audit-admin'], 'audit-admin')).toBe(false)
  expect(excludes(['district-official'], 'evaluator')).toBe(false)
  expect(excludes([], 'system-admin')).toBe(false)
})

test('enterprises and committees hold their role for a body, everybody else for a place', () => {
  expect(scopeOf('enterprise').of).toBe('body')
  expect(scopeOf('committee').of).toBe('body')
  expect(scopeOf('street-official')).toEqual({ of: 'place', kind: 'street' })
  expect(scopeOf('auditor')).toEqual({ of: 'place' })
})
