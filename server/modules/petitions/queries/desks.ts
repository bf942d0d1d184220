import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import {
  type claimFigures,
  type handlerDesk,
  type supervisorCounts,
  type supervisorDesk,
  supervisorTabs,
} from '../../../../contracts/petitions/desks.ts'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import type { Context } from '../../../access/context.ts'
import { one, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged, within } from '../../organisations/index.ts'
import { claim } from '../policy.ts'
import {
  afterDue,
  byDue,
  claimColumns,
  claimTables,
  dueKey,
  isOpenClaim,
  isUnanswered,
  shown,
  type StoredRow,
  waitsForOthers,
} from './claim-rows.ts'
import { checkedKey } from './key-of.ts'
import { besideOwnBody, inOwnHands, nearOwnPlaces } from './where-held.ts'

type Desk = Received<typeof handlerDesk>['query']
type Tab = (typeof supervisorTabs)[number]
type Page = Promise<{ rows: ClaimRow[]; next: string | null }>

async function page(
  ctx: Context,
  { limit, after: key }: { limit: number; after?: string | undefined },
  where: RawBuilder<unknown>,
): Page {
  const after = checkedKey(key)
  const found = await rows(
    ctx.db,
    sql<StoredRow>`SELECT ${claimColumns(ctx)} FROM ${claimTables} WHERE ${where} ${after ? sql`AND ${afterDue(after)}` : sql``}
      ORDER BY ${byDue} ${limitTo(limit + 1)}`,
  )
  const drawn = paged(found, limit, dueKey)
  return { ...drawn, rows: drawn.rows.map(shown) }
}

/** What the own body, office or project has in hand, what runs out next first. */
export function ownDesk(ctx: Context, query: Desk): Page {
  const may = ctx.policy.filter(ctx.actor, 'petitions.work', claim)
  const tabs = {
    mine: sql`${isUnanswered} AND ${inOwnHands(ctx)}`,
    beside: sql`${isOpenClaim} AND ${besideOwnBody(ctx)}`,
    answered: sql`${waitsForOthers} AND ${inOwnHands(ctx)}`,
  }
  return page(ctx, query, sql`${tabs[query.tab]} AND ${may}`)
}

/** What an office looks after: which claims, and the verb that says whose they are. */
const tabs: Record<Tab, { verb: string; where: RawBuilder<boolean> }> = {
  'to-accept': { verb: 'petitions.accept', where: sql`r.state = 'filed'` },
  'to-dispatch': { verb: 'petitions.dispatch', where: sql`r.state = 'accepted'` },
  warned: { verb: 'petitions.see', where: sql`(${isOpenClaim} AND r.warnings > 0 AND NOT r.is_overdue)` },
  overdue: { verb: 'petitions.see', where: sql`(${isOpenClaim} AND r.is_overdue)` },
  climbed: { verb: 'petitions.see', where: sql`(${isOpenClaim} AND r.climbs > 0)` },
  reopened: { verb: 'petitions.see', where: sql`(${isOpenClaim} AND r.reopened > 0)` },
  'no-owner': { verb: 'petitions.see', where: sql`(r.state = 'accepted' AND r.leader_place_id IS NOT NULL)` },
  asked: { verb: 'petitions.settle-extension', where: sql`(${isOpenClaim} AND r.pending IS NOT NULL)` },
  suspended: { verb: 'petitions.see', where: sql`(${isOpenClaim} AND r.is_suspended)` },
  'to-review': { verb: 'petitions.review', where: sql`r.state = 'answered'` },
  'to-visit': { verb: 'petitions.visit', where: sql`r.state = 'reviewed'` },
  'to-close': { verb: 'petitions.close', where: sql`r.state = 'visited'` },
  'to-strike-off': { verb: 'petitions.strike-off', where: sql`r.state = 'closed'` },
}

export const officeDesk = (ctx: Context, query: Received<typeof supervisorDesk>['query']): Page => {
  const { verb, where } = tabs[query.tab]
  return page(
    ctx,
    query,
    sql`${where} AND ${ctx.policy.filter(ctx.actor, verb, claim)} ${nearOwnPlaces(ctx)}
      ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}`,
  )
}

/** One look through what is open says how many each tab holds. */
export async function officeCounts(
  ctx: Context,
  { place }: Received<typeof supervisorCounts>['query'],
): Promise<Answer<typeof supervisorCounts>> {
  const counted = supervisorTabs.map((tab) => {
    const { verb, where } = tabs[tab]
    return sql`count(*) FILTER (WHERE ${where} AND ${ctx.policy.filter(ctx.actor, verb, claim)})::integer AS ${sql.ref(tab)}`
  })
  const counts = await one(
    ctx.db,
    sql<Record<Tab, number>>`SELECT ${sql.join(counted)} FROM petitions.claim r
      WHERE (${isOpenClaim} OR r.state = 'closed') AND ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)} ${nearOwnPlaces(ctx)}
      ${place ? sql`AND ${within('r.place_id', place)}` : sql``}`,
  )
  return { counts }
}

/** Open and overdue now; of what ended this year and counts, how much is solved. */
export async function figures(
  ctx: Context,
  { place }: Received<typeof claimFigures>['query'],
): Promise<Answer<typeof claimFigures>> {
  const mine = sql`${ctx.policy.filter(ctx.actor, 'petitions.see', claim)} ${nearOwnPlaces(ctx)}
    ${place ? sql`AND ${within('r.place_id', place)}` : sql``}`
  const year = `${ctx.clock.today().slice(0, 4)}-01-01T00:00:00+08:00`
  return await one(
    ctx.db,
    sql<Answer<typeof claimFigures>>`SELECT now.open, now.overdue, year.solved, year.closed FROM
      (SELECT count(*)::integer AS open, count(*) FILTER (WHERE r.is_overdue)::integer AS overdue FROM petitions.claim r
        WHERE ${isOpenClaim} AND ${mine}) now,
      (SELECT count(*)::integer AS closed,
          count(*) FILTER (WHERE r.outcome = 'solved' AND r.rated_solved IS NOT FALSE)::integer AS solved
        FROM petitions.claim r WHERE r.closed_at >= ${year}::timestamptz AND r.of_property AND r.excluded IS NULL
          AND r.state NOT IN ('declined', 'withdrawn', 'merged') AND ${mine}) year`,
  )
}
