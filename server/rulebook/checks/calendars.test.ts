import { expect, test } from 'vitest'
import { faultsOf, lineOf, type Planted } from '../testing/planted.ts'

const file = 'calendars/2026.yaml'
const work = "work: ['2026-05-09']"

test.each<[string, Omit<Planted, 'file'>, string]>([
  ['a year written twice', { find: 'year: 2026', put: 'year: 2025' }, 'duplicate'],
  ['a make-up day that is no weekend', { find: work, put: "work: ['2026-05-08']" }, 'holiday-weekday'],
  ['a day named twice', { find: work, put: "work: ['2026-02-28']" }, 'holiday-twice'],
  ['a day that does not exist', { find: work, put: "work: ['2026-06-31']" }, 'day'],
  ['an unknown field', { find: work, put: `${work}, note: x` }, 'field-unknown'],
  ['a festival left out', { find: 'festival: 劳动节', put: 'festival: 五一' }, 'holiday-missing'],
])('%s in a calendar is named with file and line', (_, planted, code) => {
  const faults = faultsOf({ file, ...planted })
  expect(faults.map((fault) => fault.code)).toContain(code)
  expect(faults.every((fault) => fault.file === `rulebook/${file}` && fault.zh !== '')).toBe(true)
  if (code === 'holiday-twice') expect(faults[0]?.line).toBe(lineOf(file, 'festival: 劳动节'))
})
