import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listMassIncidents } from '../../../../contracts/petitions/mass-incidents.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged, within } from '../../organisations/index.ts'
import { massIncident } from '../policy.ts'

type Row = Answer<typeof listMassIncidents>['rows'][number]

/** The newest first, withdrawn ones with the reason. */
export async function massIncidents(
  ctx: Context,
  { after, limit, place, year }: Received<typeof listMassIncidents>['query'],
) {
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT r.id, r.place_id AS "placeId", place.name AS "placeName", r.claim_id AS "claimId", c.number AS "claimNumber",
        r.happened_on AS "happenedOn", r.finding, r.issuer, who.display_name AS "recordedBy", r.recorded_at AS "recordedAt",
        r.withdrawn_reason AS "withdrawnReason", r.version,
        ${ctx.policy.can(ctx.actor, massIncident, ['petitions.withdraw-mass-incident'])} AS can
      FROM petitions.mass_incident r JOIN organisations.published_place place ON place.id = r.place_id
      LEFT JOIN petitions.claim c ON c.id = r.claim_id LEFT JOIN accounts.published_account who ON who.id = r.recorded_by
      WHERE ${ctx.policy.filter(ctx.actor, 'petitions.see-mass-incidents', massIncident)}
        ${after ? sql`AND r.id::text < ${after}` : sql``} ${place ? sql`AND ${within('r.place_id', place)}` : sql``}
        ${year ? sql`AND extract(year FROM r.happened_on) = ${year}` : sql``}
      ORDER BY r.id DESC ${limitTo(limit + 1)}`,
  )
  return paged(found, limit, (row) => row.id)
}
