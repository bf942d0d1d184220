import { expect, test } from 'vitest'
import { linesOf } from './detail.ts'

test('what was changed stands first, with both values; what only one side has is no change', () => {
  const lines = linesOf({
    before: { id: '1', households: 500, name: '甲' },
    after: { households: 520, name: '甲', areaCenti: 6580000 },
    reason: '核实',
  })
  expect(lines[0]).toEqual({ path: 'households', before: '500', after: '520', changed: true })
  expect(lines.filter(({ changed }) => changed).length).toBe(1)
  expect(lines.find(({ path }) => path === 'id')).toEqual({ path: 'id', before: '1', changed: false })
  expect(lines.at(-1)).toEqual({ path: 'reason', after: '核实', changed: false })
})

test('lists and objects open into their parts; nothing at all gives no line', () => {
  expect(linesOf({ grants: [{ role: 'auditor', placeId: null }] })).toEqual([
    { path: 'grants.0.role', after: 'auditor', changed: false },
    { path: 'grants.0.placeId', after: '', changed: false },
  ])
  expect(linesOf({})).toEqual([])
})
