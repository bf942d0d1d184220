import { addDays, type Day } from '../../../values/days.ts'
import { daysOfNotice, type HolidaysOfYear } from '../../../values/holiday-notice.ts'
import { legalDaysKnown, legalDaysOff } from '../../../values/legal-days-off.ts'
import {
  type Calendar,
  isWorkingDay,
  isWorkingDayProvisionally,
  type SpecialDay,
} from '../../../values/working-days.ts'

export interface NamedDay {
  day: Day
  kind: SpecialDay
  festival: string
}

/** Days that a notice orders, in order. */
export function specialDays({ year, holidays }: HolidaysOfYear): NamedDay[] {
  return holidays
    .flatMap((holiday) => {
      const { off, work } = daysOfNotice({ year, holidays: [holiday] })
      const named = (kind: SpecialDay) => (day: Day) => ({ day, kind, festival: holiday.festival })
      return [...off.map(named('off')), ...work.map(named('work'))]
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

export interface YearView {
  state: 'official' | 'provisional' | 'unknown'
  days: NamedDay[]
  workingDays: number | null
}

const daysOf = (year: number): Day[] => {
  const all: Day[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) all.push(day)
  return all
}

/**
 * A year as its months show it: by its notice; without one by weekends and the legal days off (暂定); unknown where
 * those cannot be told. A day of December may be ordered by the next year's notice.
 */
export function yearView(year: number, notices: readonly HolidaysOfYear[], calendar: Calendar): YearView {
  const ordered = new Map(
    notices
      .toSorted((a, b) => a.year - b.year)
      .flatMap(specialDays)
      .filter(({ day }) => day.startsWith(`${year}-`))
      .map((day) => [day.day, day]),
  )
  const official = calendar.years.has(year)
  if (!official && !legalDaysKnown(year)) return { state: 'unknown', days: [], workingDays: null }
  const legal: NamedDay[] = official
    ? []
    : [...legalDaysOff(year)].map(([day, festival]) => ({ day, kind: 'off', festival }))
  const days = [...ordered.values(), ...legal.filter(({ day }) => !ordered.has(day))]
  const works = official ? isWorkingDay : isWorkingDayProvisionally
  return {
    state: official ? 'official' : 'provisional',
    days: days.sort((a, b) => (a.day < b.day ? -1 : 1)),
    workingDays: daysOf(year).filter((day) => works(calendar, day) === true).length,
  }
}

/** Days of both years' December and the year itself on which two calendars differ. */
export function differingDays(year: number, before: Calendar, after: Calendar) {
  return [...daysOf(year - 1).filter((day) => day >= `${year - 1}-12-01`), ...daysOf(year)].flatMap((day) => {
    const [was, is] = [before, after].map((one) => isWorkingDayProvisionally(one, day) === true) as [
      boolean,
      boolean,
    ]
    return was === is ? [] : [{ day, before: was, after: is }]
  })
}
