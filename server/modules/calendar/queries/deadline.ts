import type { Context } from '../../../access/context.ts'
import type { CalendarNotice } from '../../../rulebook/load.ts'
import { currentCalendar } from '../current-calendar.ts'
import { answerTerm, type WrittenTerm } from '../rules/answer-term.ts'

/** By when a term is over, by the calendar as it stands. */
export async function deadline(ctx: Context, shipped: readonly CalendarNotice[], term: WrittenTerm) {
  return answerTerm(await currentCalendar(ctx.db, shipped), term)
}
