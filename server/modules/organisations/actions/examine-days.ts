import type { Context } from '../../../access/context.ts'
import { addDays } from '../../../values/days.ts'
import { type Examined, fault, optionalText, text } from '../../sheet-rows.ts'
import { firstDay, refuse } from '../problems.ts'

/** Judges the first and last day of a row; sheets give the last day as people write it, still within the term. */
export function examineTerm(row: Examined, from = 'from', to = 'to'): void {
  if (text(row, from) < firstDay)
    fault(row, from, refuse('before-record', { day: text(row, from), first: firstDay }))
  const end = optionalText(row, to)
  if (end !== null && end < text(row, from))
    fault(row, to, refuse('end-before-start', { from: text(row, from), to: end }))
}

/** The first day after the row's last one; null while it runs. */
export function endOf(row: Examined, to = 'to'): string | null {
  const end = optionalText(row, to)
  return end === null ? null : addDays(end, 1)
}

/** Notes a day that has not come yet, where only what has happened can be recorded. */
export function examinePast(ctx: Context, row: Examined, column: string): void {
  const day = optionalText(row, column)
  if (day !== null && day > ctx.clock.today()) fault(row, column, refuse('day-in-future', { day }))
}
