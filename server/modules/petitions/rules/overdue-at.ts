import { isOpen } from '../../../../contracts/petitions/words.ts'
import type { KeptEvent } from './events.ts'
import { foldEvents } from './fold.ts'
import { dueOf } from './running-clock.ts'
import { unanswered } from './transitions.ts'
import type { Reading } from './what-is-due.ts'

/** How a claim stood at an instant; null where it was not filed yet. */
export interface Verdict {
  state: string
  isOpen: boolean
  /** The last moment of the answer's own term, or of the step after the answer; null where the calendar cannot tell. */
  dueAt: string | null
  isOverdue: boolean
  /** By how many hours, to a tenth. */
  overdueHours: number
}

/** Recomputed from what had happened by then, whatever was written about it later. @param at ISO instant in UTC */
export function verdictAt(
  events: readonly KeptEvent[],
  at: string,
  reading: Pick<Reading, 'calendar' | 'limits'>,
): Verdict | null {
  const known = events.filter((event) => event.at <= at)
  if (known.length === 0) return null
  const claim = foldEvents(known, reading.limits)
  const waits = (unanswered as readonly string[]).includes(claim.state)
  const clock = waits ? (claim.answering ?? claim.running) : claim.running
  const open = isOpen(claim.state)
  return judged(claim.state, open, open && clock ? dueOf(clock, reading.calendar).at : null, at)
}

/** An open case is overdue once its last moment has passed. */
export function judged(state: string, open: boolean, dueAt: string | null, at: string): Verdict {
  const late = open && dueAt !== null ? Date.parse(at) - Date.parse(dueAt) : 0
  const isOverdue = late > 0
  return {
    state,
    isOpen: open,
    dueAt,
    isOverdue,
    overdueHours: isOverdue ? Math.round(late / 360_000) / 10 : 0,
  }
}
