import { type DayRange, overlaps } from '../../values/days.ts'
import type { Fault } from '../fault.ts'
import { faultAt, type Located, type Parts } from '../parts.ts'
import type { Path } from '../source-file.ts'

/** On any day a limit has at most one value, and at most one published edition stands. */
export function checkDates(parts: Parts): Fault[] {
  const faults: Fault[] = []
  const ordered = (range: DayRange, located: Located<unknown>, path: Path) => {
    if (range.to !== null && range.from >= range.to) {
      faults.push(faultAt(located, path, 'days-order', { from: range.from, to: range.to }))
    }
  }
  for (const limit of parts.limits) {
    const { values, id } = limit.value
    values.forEach((value, i) => {
      ordered(value, limit, ['values', i])
      if (values.slice(0, i).some((earlier) => overlaps(earlier, value))) {
        faults.push(faultAt(limit, ['values', i], 'days-overlap', { id, from: value.from }))
      }
    })
  }
  const published = parts.schemes.filter((s) => s.value.status === 'published')
  published.forEach((scheme, i) => {
    const { id, from } = scheme.value
    if (published.slice(0, i).some((earlier) => overlaps(earlier.value, scheme.value))) {
      faults.push(faultAt(scheme, ['from'], 'days-overlap', { id, from }))
    }
  })
  for (const dated of [...parts.schemes, ...parts.requirements, ...parts.rulings])
    ordered(dated.value, dated, ['from'])
  return faults
}
