import { addDays, type Day } from '../../../values/days.ts'
import {
  type Calendar,
  endOfDay,
  isWorkingDay,
  isWorkingDayProvisionally,
} from '../../../values/working-days.ts'
import { endOfPause, type Pause } from './pauses.ts'

/** By the notices alone, or where they are silent by weekends and legal days off (暂定). */
export type Counting = 'official' | 'provisional'

export interface Count {
  calendar: Calendar
  counting: Counting
  /** The day of the start, which itself never counts (民法典 201). */
  from: Day
  n: number
  pauses: readonly Pause[]
}

const worksBy = { official: isWorkingDay, provisional: isWorkingDayProvisionally } as const

/** Counts that any number of clocks share; a calendar never changes, another notice makes another one. */
const known = new WeakMap<Calendar, Map<string, Day | null>>()

/** The day on which the n-th counted working day after the start falls; null when one of the days is unknown. */
export function countedDay(count: Count): Day | null {
  if (count.pauses.length > 0) return walk(count)
  const counts = known.get(count.calendar) ?? new Map<string, Day | null>()
  known.set(count.calendar, counts)
  const key = `${count.counting} ${count.from} ${count.n}`
  const found = counts.get(key)
  if (found !== undefined) return found
  const day = walk(count)
  counts.set(key, day)
  return day
}

function walk({ calendar, counting, from, n, pauses }: Count): Day | null {
  const stops = pauses.map((pause) => ({
    from: Date.parse(pause.from),
    to: Date.parse(endOfPause(pause, calendar) ?? pause.from),
  }))
  let day = from
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    const works = worksBy[counting](calendar, day)
    if (works === 'unknown') return null
    if (works && !standsStillAtEnd(stops, day)) left--
  }
  return day
}

/** A day counts with its end: whoever is stopped in the morning and goes on before midnight has lost nothing. */
export function standsStillAtEnd(stops: readonly { from: number; to: number }[], day: Day): boolean {
  const end = Date.parse(endOfDay(day))
  return stops.some(({ from, to }) => from < end && to >= end)
}
