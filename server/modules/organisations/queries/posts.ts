import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listPosts } from '../../../../contracts/organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { post } from '../policy.ts'
import { holdsOn, paged, within } from './paging.ts'

type Row = Answer<typeof listPosts>['rows'][number]

const offered = ['organisations.end-post', 'organisations.attest-party-status', 'organisations.reveal-person']

/** Posts that the actor may see and that meet a condition, the newest first; Party status only for whom it is meant. */
export function postsWhere(ctx: Context, condition: RawBuilder<unknown>, limit: number) {
  const shown = ctx.policy.filter(ctx.actor, 'organisations.see-party-status', post)
  return rows(
    ctx.db,
    sql<Row>`SELECT r.id, r.person_id AS "personId", person.name_mask AS "nameMask", person.phone_mask AS "phoneMask", r.role,
        r.body_id AS "bodyId", b.name AS "bodyName", b.kind AS "bodyKind", r.compound_id AS "compoundId",
        p.name AS "compoundName", r.valid_from AS "from", r.valid_to - 1 AS "to",
        CASE WHEN ${shown} THEN r.party_status END AS "partyStatus", CASE WHEN ${shown} THEN r.attested_by END AS "attestedBy",
        CASE WHEN ${shown} THEN r.attested_on END AS "attestedOn", r.version, ${ctx.policy.can(ctx.actor, post, offered)} AS can
      FROM organisations.post r JOIN organisations.person person ON person.id = r.person_id
      JOIN organisations.body b ON b.id = r.body_id LEFT JOIN organisations.place p ON p.id = r.compound_id
      WHERE ${ctx.policy.filter(ctx.actor, 'organisations.see-posts', post)} AND ${condition}
      ORDER BY r.id DESC ${limitTo(limit)}`,
  )
}

export async function posts(ctx: Context, query: Received<typeof listPosts>['query']) {
  const found = await postsWhere(
    ctx,
    sql`true
      ${query.after ? sql`AND r.id < ${query.after}::uuid` : sql``}
      ${query.body ? sql`AND r.body_id = ${query.body}::uuid` : sql``}
      ${query.compound ? sql`AND r.place_id = ${query.compound}::uuid` : sql``}
      ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
      ${query.role ? sql`AND r.role = ${query.role}` : sql``}
      ${query.past === 'no' ? sql`AND (r.valid_to IS NULL OR r.valid_to > ${ctx.clock.today()}::date)` : sql``}`,
    query.limit + 1,
  )
  return paged(found, query.limit, (row) => row.id)
}

/** Held today: the posts of a body that has ended, as those of a committee that was renewed, ended with it. */
const heldToday = (ctx: Context) => {
  const today = ctx.clock.today()
  return sql`${holdsOn('r', today)} AND (b.valid_to IS NULL OR b.valid_to > ${today}::date)`
}

export const postsToday = (ctx: Context, condition: RawBuilder<unknown>) =>
  postsWhere(ctx, sql`${heldToday(ctx)} AND ${condition}`, 200)
