import { addDays, type Day, daysBetween } from './days.ts'
import { isWeekend, type YearOfDays } from './working-days.ts'

/** One festival of a notice: off from its first day to its last, both included, and the make-up working days for it. */
export interface Holiday {
  festival: string
  first: Day
  last: Day
  work: readonly Day[]
}

/** What a year's notice orders. */
export interface HolidaysOfYear {
  year: number
  holidays: readonly Holiday[]
}

/** The festivals that every year's notice arranges; two of them may share one arrangement (国庆节、中秋节). */
export const yearlyFestivals = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const

/** The longest arrangement that can be meant; the longest ever ordered had ten days. */
const longest = 16

export type HolidayFaultCode =
  | 'holiday-order'
  | 'holiday-long'
  | 'holiday-year'
  | 'holiday-weekday'
  | 'holiday-twice'
  | 'holiday-missing'

/** What is wrong with which arrangement (by its place in the list; -1: the notice as a whole). */
export interface HolidayFault {
  at: number
  code: HolidayFaultCode
  params: { festival: string; day: Day }
}

const daysOff = ({ first, last }: Holiday): Day[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n))

/** The notice as single days. The arrangements must be free of faults. */
export function daysOfNotice({ year, holidays }: HolidaysOfYear): YearOfDays {
  return { year, off: holidays.flatMap(daysOff), work: holidays.flatMap(({ work }) => work) }
}

/** Everything that no official notice orders: a slip of whoever typed it. All days must exist. */
export function holidayFaults({ year, holidays }: HolidaysOfYear): HolidayFault[] {
  const seen = new Set<Day>()
  const faults = holidays.flatMap((holiday, at) => faultsOfOne(year, holiday, at, seen))
  const named = holidays.map(({ festival }) => festival).join('、')
  const missing = yearlyFestivals.filter((festival) => !named.includes(festival))
  if (missing.length > 0)
    faults.push({ at: -1, code: 'holiday-missing', params: { festival: missing.join('、'), day: '' } })
  return faults
}

function faultsOfOne(year: number, holiday: Holiday, at: number, seen: Set<Day>): HolidayFault[] {
  const { festival, first, last, work } = holiday
  const fault = (code: HolidayFaultCode, day: Day): HolidayFault => ({ at, code, params: { festival, day } })
  if (first > last) return [fault('holiday-order', first)]
  if (daysBetween(first, last) >= longest) return [fault('holiday-long', last)]
  const days = [...daysOff(holiday), ...work]
  const faults: HolidayFault[] = []
  // 元旦 may begin in the December before: 2023's notice gave 2022-12-31 off.
  for (const day of days.filter((one) => one < `${year - 1}-12-01` || one > `${year}-12-31`))
    faults.push(fault('holiday-year', day))
  for (const day of work.filter((one) => !isWeekend(one))) faults.push(fault('holiday-weekday', day))
  for (const day of days) {
    if (seen.has(day)) faults.push(fault('holiday-twice', day))
    seen.add(day)
  }
  return faults
}
