import type { TermRule } from '../../../../contracts/calendar/words.ts'
import {
  addCalendarDays,
  addHours,
  addWorkingDays,
  type Calendar,
  type Deadline,
  longestTerm,
  noticeBefore,
  readStart,
  startDay,
} from '../../../values/working-days.ts'
import { refuse } from '../problems.ts'

/** A term as it is written: a start such as '2026-09-30' or '2026-09-30T15:00', and a whole number. */
export interface WrittenTerm {
  rule: TermRule
  start: string
  n: string
}

/**
 * By when a term is over. For `notice_before` the start is the event, counted back from.
 * @throws Refusal naming the field that cannot be read
 */
export function answerTerm(calendar: Calendar, { rule, start: text, n: number }: WrittenTerm): Deadline {
  const start = readStart(text)
  if (start === undefined) throw refuse('start-unknown', { text }, { field: 'start' })
  const most = rule === 'hours' ? longestTerm * 24 : longestTerm
  const n = /^\d{1,6}$/.test(number.trim()) ? Number(number) : most + 1
  if (n > most) throw refuse('term-unreadable', { text: number, most }, { field: 'n' })
  if (rule === 'working_days') return addWorkingDays(calendar, start, n)
  if (rule === 'calendar_days_art203') return addCalendarDays(calendar, start, n)
  if (rule === 'notice_before') return noticeBefore(startDay(start), n)
  if (typeof start === 'string') throw refuse('start-without-hour', { text }, { field: 'start' })
  return addHours(start, n)
}
