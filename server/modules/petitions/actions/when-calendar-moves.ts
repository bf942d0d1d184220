import { clockTitles } from '../../../../contracts/petitions/words.ts'
import type { Context } from '../../../access/context.ts'
import { addDays, shanghaiDay } from '../../../values/days.ts'
import type { Calendar } from '../../../values/working-days.ts'
import type { DeadlineSource, Moved } from '../../deadline-source.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource } from '../policy.ts'
import { notBefore } from '../rules/after-all.ts'
import { type Claim, foldEvents, follow } from '../rules/fold.ts'
import { warningShares } from '../rules/terms.ts'
import { nextDue, nextLook, type Reading } from '../rules/what-is-due.ts'
import { type Filed, historyOf, keepProjected } from '../storage/claims.ts'
import { holdOpen } from '../storage/due-claims.ts'
import { audienceOf, pageOf } from './audiences.ts'

const claimsPerPage = 1000

/** When a year's notice is loaded, the clocks of all open claims are read by it; whoever has a claim whose day moved is told. */
export const claimDeadlines = (means: PetitionMeans): DeadlineSource => ({
  name: 'petitions',
  async recompute(ctx, calendar) {
    const before = await means.calendarOf(ctx.db)
    const moved: Moved[] = []
    for (let after: string | null = null; ; ) {
      const held: Filed[] = await holdOpen(ctx.db, after, claimsPerPage)
      moved.push(...(await recount(ctx, means, held, { before, after: calendar })))
      const last = held.at(-1)
      if (held.length < claimsPerPage || !last) return moved
      after = last.id
    }
  },
})

interface Calendars {
  before: Calendar
  after: Calendar
}

/** Every clock is read anew; an event stands only where the day that is shown became another one. */
async function recount(
  ctx: Context,
  { limits }: PetitionMeans,
  held: readonly Filed[],
  calendars: Calendars,
): Promise<Moved[]> {
  const now = ctx.clock.now().toISOString()
  const shares = warningShares(limits, shanghaiDay(ctx.clock.now()))
  const reading: Reading = { calendar: calendars.after, limits, shares }
  const differs = (claim: Claim) =>
    nextLook(claim, { ...reading, calendar: calendars.before }) !== nextLook(claim, reading)
  const histories = await historyOf(
    ctx.db,
    held.map(({ id }) => id),
  )
  const recounted = held.map((filed) => {
    const claim = foldEvents(histories.get(filed.id) ?? [], limits)
    const [was, is] = [shown(claim, calendars.before), shown(claim, calendars.after)]
    const isMoved = was.day !== is.day || was.isProvisional !== is.isProvisional
    // What was said to be over stays so: it has been told, and the claim may have climbed.
    if (!isMoved || !is.clock || claim.isOverdue)
      return { filed, claim, fresh: [], moved: [], isTouched: isMoved || differs(claim) }
    const event = {
      kind: 'term-moved' as const,
      at: notBefore(claim, now),
      by: ctx.actor.id,
      data: { clock: is.clock, before: was.day, after: is.day },
    }
    const stepped = follow(claim, event, limits)
    const fresh = [{ ...event, seq: stepped.seq }]
    return { filed, claim: stepped, fresh, moved: [told(filed, stepped, was, is)], isTouched: true }
  })
  await keepProjected(
    ctx.db,
    recounted
      .filter(({ isTouched }) => isTouched)
      .map(({ filed: { id }, claim, fresh }) => ({ id, claim, fresh })),
    reading,
  )
  return recounted.flatMap(({ moved }) => moved)
}

/** The last day of the term that runs out first, as desks show it. */
function shown(claim: Claim, calendar: Calendar) {
  const { at, provisional, clock } = nextDue(claim, calendar)
  const day = at === null ? (provisional ?? '') : dayBefore(at)
  return { clock: clock?.name ?? null, day, isProvisional: at === null }
}

/** A term ends with the midnight that ends its last day; one of hours ends within a day. */
function dayBefore(dueAt: string): string {
  const at = new Date(dueAt)
  const day = shanghaiDay(at)
  return Date.parse(`${day}T00:00:00+08:00`) === at.getTime() ? addDays(day, -1) : day
}

type Shown = ReturnType<typeof shown>

const told = (filed: Filed, claim: Claim, was: Shown, is: Shown): Moved => ({
  resource: claimResource.name,
  id: filed.id,
  title: `诉求 ${filed.number} 的${is.clock ? clockTitles[is.clock].zh : ''}期限`,
  titleEn: `Term of claim ${filed.number} (${is.clock ? clockTitles[is.clock].en : ''})`,
  link: pageOf(filed),
  before: was.day,
  wasProvisional: was.isProvisional,
  after: is.day,
  isProvisional: is.isProvisional,
  tell: audienceOf(claim.handler, filed),
})
