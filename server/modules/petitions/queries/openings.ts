import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listOpenings } from '../../../../contracts/petitions/reporters.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged } from '../../organisations/index.ts'
import { opening } from '../policy.ts'

type Row = Answer<typeof listOpenings>['rows'][number]

/** The newest first. */
export async function openings(
  ctx: Context,
  { after, limit, state }: Received<typeof listOpenings>['query'],
) {
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT r.id, r.claim_id AS "claimId", c.number AS "claimNumber", place.name AS "placeName", r.reason, r.state,
        asker.display_name AS "askedBy", r.asked_at AS "askedAt", settler.display_name AS "settledBy", r.settled_at AS "settledAt",
        r.note, r.asked_by = ${ctx.actor.id}::uuid AS mine,
        ${ctx.policy.can(ctx.actor, opening, ['petitions.settle-opening', 'petitions.see-opened'])} AS can
      FROM petitions.opening r JOIN petitions.claim c ON c.id = r.claim_id
      JOIN organisations.published_place place ON place.id = c.place_id
      LEFT JOIN accounts.published_account asker ON asker.id = r.asked_by
      LEFT JOIN accounts.published_account settler ON settler.id = r.settled_by
      WHERE ${ctx.policy.filter(ctx.actor, 'petitions.see-openings', opening)}
        ${after ? sql`AND r.id::text < ${after}` : sql``} ${state ? sql`AND r.state = ${state}` : sql``}
      ORDER BY r.id DESC ${limitTo(limit + 1)}`,
  )
  return paged(found, limit, (row) => row.id)
}
