import { holidayFaults } from '../../values/holiday-notice.ts'
import type { Fault } from '../fault.ts'
import { faultAt, type Parts } from '../parts.ts'

/** A year has one notice, and it orders what a notice can order. */
export function checkCalendars({ calendars }: Parts): Fault[] {
  return calendars.flatMap((located, i) => {
    const { year } = located.value
    const first = calendars.slice(0, i).find((earlier) => earlier.value.year === year)
    const faults = holidayFaults(located.value).map(({ at, code, params }) =>
      faultAt(located, at < 0 ? ['holidays'] : ['holidays', at], code, params),
    )
    if (first) faults.push(faultAt(located, ['year'], 'duplicate', { id: year, first: first.file.name }))
    return faults
  })
}
