import type { Editions } from '../../rulebook/load.ts'
import type { CalendarOf } from './calendar-of.ts'

/** Each round by its own edition; `standing` for what no single round bounds. */
export type EditionsAsked = Pick<Editions, 'rulebookOf' | 'standing'>

export interface Papers {
  editions: EditionsAsked
  calendarOf: CalendarOf
  demo: boolean
}
