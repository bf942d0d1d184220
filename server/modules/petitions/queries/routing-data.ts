import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listCategories, listDuties, listLadders } from '../../../../contracts/petitions/routing.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged } from '../../organisations/index.ts'
import { duty, place } from '../policy.ts'

/** The whole tree, also what is switched off. */
export async function categories(ctx: Context): Promise<Answer<typeof listCategories>> {
  const found = await rows(
    ctx.db,
    sql<Answer<typeof listCategories>['rows'][number]>`SELECT c.code, c.parent, c.name, c.name_en AS "nameEn",
        c.limit_class AS "limitClass", c.responsible, c.about_firm AS "aboutFirm", c.of_property AS "ofProperty",
        c.of_sanitation AS "ofSanitation", c.common, c.active, c.position, c.version
      FROM petitions.category c ORDER BY c.code`,
  )
  return {
    rows: found,
    can: { 'petitions.edit-categories': ctx.policy.mayAnywhere(ctx.actor, 'petitions.edit-categories') },
  }
}

type DutyRow = Answer<typeof listDuties>['rows'][number]

/** Lines of the duty list, by place and category. */
export async function duties(
  ctx: Context,
  { after, limit, place: at, category, on }: Received<typeof listDuties>['query'],
): Promise<Answer<typeof listDuties>> {
  const found = await rows(
    ctx.db,
    sql<DutyRow>`SELECT r.id, r.category, c.name AS "categoryName", r.place_id AS "placeId", p.name AS "placeName",
        r.body_id AS "bodyId", r.office_place_id AS "officePlaceId", coalesce(b.name, o.name) AS who, r.basis,
        r.valid_from AS from, r.valid_to AS to, r.version, ${ctx.policy.can(ctx.actor, duty, ['petitions.end-duties'])} AS can
      FROM petitions.duty r JOIN organisations.published_place p ON p.id = r.place_id
      LEFT JOIN petitions.category c ON c.code = r.category LEFT JOIN organisations.published_body b ON b.id = r.body_id
      LEFT JOIN organisations.published_place o ON o.id = r.office_place_id
      WHERE true ${after ? sql`AND r.id::text > ${after}` : sql``}
        ${at ? sql`AND EXISTS (SELECT FROM access.place_reach reach WHERE (reach.place_id = r.place_id AND reach.ancestor_id = ${at}) OR (reach.place_id = ${at} AND reach.ancestor_id = r.place_id))` : sql``}
        ${category ? sql`AND (r.category IS NULL OR starts_with(${category}, r.category) OR starts_with(r.category, ${category}))` : sql``}
        ${on ? sql`AND r.valid_from <= ${on}::date AND (r.valid_to IS NULL OR r.valid_to > ${on}::date)` : sql``}
      ORDER BY r.id::text ${limitTo(limit + 1)}`,
  )
  return paged(found, limit, ({ id }) => id)
}

/** Districts, and whether their claims climb by way of the community. */
export const ladders = async (ctx: Context): Promise<Answer<typeof listLadders>> => ({
  rows: await rows(
    ctx.db,
    sql<Answer<typeof listLadders>['rows'][number]>`SELECT r.id AS "placeId", r.name AS "placeName",
        coalesce(l.skips_community, false) AS "skipsCommunity", coalesce(l.reason, '') AS reason, coalesce(l.version, 0) AS version,
        ${ctx.policy.can(ctx.actor, place, ['petitions.switch-ladder'])} AS can
      FROM organisations.published_place r LEFT JOIN petitions.ladder l ON l.place_id = r.id
      WHERE r.kind IN ('city', 'district') AND r.ended_on IS NULL ORDER BY r.kind, r.code`,
  ),
})
