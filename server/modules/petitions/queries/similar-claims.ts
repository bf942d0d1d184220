import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { listMergeable } from '../../../../contracts/petitions/marks.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { claim } from '../policy.ts'
import { isOpenClaim } from './claim-rows.ts'

type Row = Answer<typeof listMergeable>['rows'][number]
const most = 20

/** Open lead claims of the same place whose category lies under the same first two levels, the eldest first. */
export async function similarClaims(ctx: Context, id: string): Promise<Answer<typeof listMergeable>> {
  const may = ctx.policy.filter(ctx.actor, 'petitions.see', claim)
  const self = await maybe(
    ctx.db,
    sql<{
      category: string
      placeId: string
      aboutFirm: boolean
    }>`SELECT r.category, r.place_id AS "placeId", r.about_firm AS "aboutFirm"
      FROM petitions.claim r WHERE r.id = ${id} AND ${may}`,
  )
  if (!self) throw refuse('not-found')
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT r.id, r.number, category.name AS "categoryName", place.name AS "placeName", left(r.content, 80) AS gist,
        r.opened_at AS "openedAt", (SELECT count(*)::integer FROM petitions.follower f WHERE f.claim_id = r.id) AS followers
      FROM petitions.claim r JOIN organisations.published_place place ON place.id = r.place_id
      JOIN petitions.category category ON category.code = r.category
      WHERE r.place_id = ${self.placeId} AND r.id <> ${id} AND r.lead_id IS NULL AND ${isOpenClaim} AND r.about_firm = ${self.aboutFirm}
        AND starts_with(r.category, ${self.category.slice(0, 4)}) AND ${may}
      ORDER BY r.opened_at LIMIT ${sql.lit(most)}`,
  )
  return { rows: found }
}
