import { expect, test } from 'vitest'
import { pathOf, placeFaults } from './faults.ts'

test('a fault’s field is found whichever way the server writes its path', () => {
  const path = ['members', 0, 'name']
  for (const written of ['members[0].name', 'members.0.name', '/members/0/name', 'body.members[0].name']) {
    expect(pathOf(written)).toEqual(path)
  }
  expect(pathOf('body')).toEqual(['body'])
})

test('faults stand beside their field; those of fields not shown are told above, none is lost', () => {
  const faults = [
    { field: 'account', detail: '账号已存在', detailEn: 'taken' },
    { field: 'account', detail: '账号太短', detailEn: 'short' },
    { field: 'token', detail: '口令已用过', detailEn: 'used' },
    { detail: '整体有误', detailEn: 'wrong' },
  ]
  expect(placeFaults(faults, (path) => path[0] === 'account', false)).toEqual({
    beside: [{ name: ['account'], errors: ['账号已存在', '账号太短'] }],
    elsewhere: ['口令已用过', '整体有误'],
  })
})
