import type { Context } from '../../access/context.ts'
import { shanghaiDay } from '../../values/days.ts'
import type { PetitionMeans } from './means.ts'
import { warningShares } from './rules/terms.ts'
import type { Reading } from './rules/what-is-due.ts'

/** What clocks are read by. */
export type ClockMeans = Pick<PetitionMeans, 'calendarOf' | 'limits'>

/** What reads the clocks at an instant. */
export async function readingOf(ctx: Pick<Context, 'db' | 'clock'>, means: ClockMeans): Promise<Reading> {
  const calendar = await means.calendarOf(ctx.db)
  const { limits } = means
  return { calendar, limits, shares: warningShares(limits, shanghaiDay(ctx.clock.now())) }
}
