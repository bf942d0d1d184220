import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getBody, listBodies } from '../../../../contracts/organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { body } from '../policy.ts'
import { committeeOfBody } from './committees.ts'
import { contractsWhere } from './contracts.ts'
import { containing, holdsOn, paged, within } from './paging.ts'
import { postsToday } from './posts.ts'
import { timelineOf } from './timeline.ts'

type Row = Answer<typeof listBodies>['rows'][number]
type Record_ = Answer<typeof getBody>

const offered = ['organisations.edit-body', 'organisations.record-posts', 'organisations.attest-party-status']

const columns = (
  ctx: Context,
): RawBuilder<unknown> => sql`r.id, r.kind, r.name, r.uscc, r.place_id AS "placeId",
  p.name AS "placeName", r.valid_from AS "from", r.valid_to - 1 AS "to",
  (SELECT count(DISTINCT s.compound_id) FROM organisations.service_contract s
    WHERE s.provider_id = r.id AND ${holdsOn('s', ctx.clock.today())}) AS compounds,
  ${ctx.policy.can(ctx.actor, body, offered)} AS can`

/** A page of bodies that the actor may see, in the order of their pinyin. */
export async function bodies(ctx: Context, query: Received<typeof listBodies>['query']) {
  const like = query.text ? containing(query.text) : null
  const served = query.place
    ? sql`AND (${within('r.place_id', query.place)} OR EXISTS (SELECT 1 FROM organisations.service_contract s
        WHERE s.provider_id = r.id AND ${holdsOn('s', ctx.clock.today())} AND ${within('s.compound_id', query.place)}))`
    : sql``
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT ${columns(ctx)} FROM organisations.body r JOIN organisations.place p ON p.id = r.place_id
      WHERE ${ctx.policy.filter(ctx.actor, 'organisations.see-bodies', body)} ${served}
      ${query.after ? sql`AND (r.pinyin, r.id) > (SELECT last.pinyin, last.id FROM organisations.body last WHERE last.id = ${query.after}::uuid)` : sql``}
      ${query.kind ? sql`AND r.kind = ${query.kind}` : sql``}
      ${query.past === 'no' ? sql`AND (r.valid_to IS NULL OR r.valid_to > ${ctx.clock.today()}::date)` : sql``}
      ${like ? sql`AND (lower(r.name) LIKE ${like} OR r.pinyin LIKE ${like} OR r.initials LIKE ${like} OR lower(r.uscc) LIKE ${like})` : sql``}
      ORDER BY r.pinyin, r.id ${limitTo(query.limit + 1)}`,
  )
  return paged(found, query.limit, (row) => row.id)
}

/** @throws 404 when absent or out of sight */
export async function bodyById(ctx: Context, id: string): Promise<Record_> {
  const found = await maybe(
    ctx.db,
    sql<Row & { version: number }>`SELECT ${columns(ctx)}, r.version
      FROM organisations.body r JOIN organisations.place p ON p.id = r.place_id
      WHERE r.id = ${id}::uuid AND ${ctx.policy.filter(ctx.actor, 'organisations.see-bodies', body)}`,
  )
  if (!found) throw refuse('not-found')
  const [committee] = await committeeOfBody(ctx, id)
  return {
    ...found,
    committee: committee ?? null,
    contracts: await contractsWhere(ctx, sql`r.provider_id = ${id}::uuid`, 500),
    posts: await postsToday(ctx, sql`r.body_id = ${id}::uuid`),
    timeline: await timelineOf(ctx, id, [body.name, 'sheet.bodies', 'sheet.enterprises', 'sheet.committees']),
  }
}
