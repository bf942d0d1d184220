import { type RawBuilder, sql } from 'kysely'
import type { ClaimLevel, Responsible } from '../../../../contracts/petitions/words.ts'
import { type Db, maybe } from '../../../platform/database/database.ts'
import type { Duty, RoutingScene } from '../rules/routing.ts'

type Stored = Omit<RoutingScene, 'duties' | 'ladder'> & {
  ladder: { level: Exclude<ClaimLevel, 'project'>; placeId: string }[] | null
  duties: Duty[] | null
}

/**
 * What routing reads, as SQL over `c` (a category) and `p` (a place) on a day; the caller joins both.
 * @param day SQL of a date
 */
export const routingColumns = (day: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  c.responsible, c.about_firm AS "aboutFirm",
  (SELECT json_agg(json_build_object('level', o.kind, 'placeId', o.id)) FROM access.place_reach reach
    JOIN organisations.published_place o ON o.id = reach.ancestor_id AND o.kind <> 'compound'
    WHERE reach.place_id = p.id) AS ladder,
  (SELECT json_agg(json_build_object('category', d.category, 'distance', reach.depth, 'bodyId', d.body_id,
      'bodyStands', coalesce(b.valid_from <= ${day} AND (b.valid_to IS NULL OR b.valid_to > ${day}), false),
      'office', CASE WHEN o.id IS NOT NULL THEN json_build_object('level', o.kind, 'placeId', o.id) END,
      'from', d.valid_from))
    FROM petitions.duty d JOIN access.place_reach reach ON reach.place_id = p.id AND reach.ancestor_id = d.place_id
    LEFT JOIN organisations.published_body b ON b.id = d.body_id
    LEFT JOIN organisations.published_place o ON o.id = d.office_place_id
    WHERE (d.category IS NULL OR starts_with(c.code, d.category))
      AND d.valid_from <= ${day} AND (d.valid_to IS NULL OR d.valid_to > ${day})) AS duties,
  (SELECT s.provider_id FROM organisations.published_service_contract s WHERE s.compound_id = p.id
    AND s.valid_from <= ${day} AND (s.valid_to IS NULL OR s.valid_to > ${day}) ORDER BY s.valid_from DESC LIMIT 1) AS "firmId",
  (EXISTS (SELECT FROM organisations.published_service_contract s WHERE s.compound_id = p.id AND s.valid_to <= ${day})
    AND EXISTS (SELECT FROM organisations.published_compound k WHERE k.place_id = p.id
      AND k.management_mode IN ('enterprise', 'other-manager'))) AS "contractEnded",
  (SELECT m.body_id FROM organisations.published_committee m WHERE m.compound_id = p.id AND m.valid_from <= ${day}
    AND (m.valid_to IS NULL OR m.valid_to > ${day}) ORDER BY m.elected_on DESC LIMIT 1) AS "committeeId"`

export const asScene = ({ ladder, duties, ...rest }: Stored): RoutingScene => ({
  ...rest,
  ladder: ladder ?? [],
  duties: duties ?? [],
})
export type StoredScene = Stored

/** For a claim that waits to be sent to somebody: its category and place as they are on a day. */
export async function routingScene(
  db: Db,
  { category, placeId }: { category: string; placeId: string },
  day: string,
): Promise<RoutingScene | undefined> {
  const found = await maybe(
    db,
    sql<Stored & { responsible: Responsible }>`SELECT ${routingColumns(sql`${day}::date`)}
      FROM petitions.category c CROSS JOIN organisations.published_place p WHERE c.code = ${category} AND p.id = ${placeId}`,
  )
  return found && asScene(found)
}
