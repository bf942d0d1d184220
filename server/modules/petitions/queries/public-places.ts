import { type RawBuilder, sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { findPlaces, startFiling } from '../../../../contracts/petitions/public.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { tidied } from '../../../values/parsed.ts'
import { containing } from '../../organisations/index.ts'

type Hit = Answer<typeof findPlaces>['rows'][number]
const most = 12

/** Over `p`; places above it, the widest first. */
const hitColumns = sql`p.id, p.code, p.name, p.kind, coalesce((SELECT string_agg(o.name, ' · ' ORDER BY reach.depth DESC)
  FROM access.place_reach reach JOIN organisations.published_place o ON o.id = reach.ancestor_id AND o.kind <> 'city'
  WHERE reach.place_id = p.id AND reach.depth > 0), '') AS lies`

const placeWhere = (db: Db, condition: RawBuilder<unknown>): Promise<Hit | undefined> =>
  maybe(
    db,
    sql<Hit>`SELECT ${hitColumns} FROM organisations.published_place p
      WHERE p.kind IN ('compound', 'community') AND p.ended_on IS NULL AND ${condition}`,
  )

/** @throws 404 for what is no compound or community of today */
export async function publicPlace(db: Db, id: string): Promise<Hit> {
  const found = await placeWhere(db, sql`p.id = ${id}`)
  if (!found) throw refuse('not-found')
  return found
}

/** What the form begins with; matters as they stand, and the place whose code is written at the gate. */
export async function filingStart(
  db: Db,
  at: string | undefined,
): Promise<Omit<Answer<typeof startFiling>, 'demo'>> {
  const categories = await rows(
    db,
    sql<Answer<typeof startFiling>['categories'][number]>`SELECT code, parent, name, name_en AS "nameEn",
        limit_class AS "limitClass", about_firm AS "aboutFirm", common
      FROM petitions.category WHERE active ORDER BY position, code`,
  )
  return { categories, place: (at ? await placeWhere(db, sql`p.code = ${at}`) : undefined) ?? null }
}

/** By name, pinyin, initials or code; the closest first, compounds before communities. */
export async function placesLike(db: Db, text: string): Promise<Hit[]> {
  const typed = tidied(text).toLowerCase()
  if (typed === '') return []
  const like = containing(typed)
  const start = like.slice(1)
  return await rows(
    db,
    sql<Hit>`SELECT ${hitColumns} FROM organisations.published_place p
      WHERE p.kind IN ('compound', 'community') AND p.ended_on IS NULL
        AND (lower(p.name) LIKE ${like} OR p.code LIKE ${start} OR p.pinyin LIKE ${like} OR p.initials LIKE ${start})
      ORDER BY (lower(p.name) = ${typed} OR p.code = ${typed}) DESC, lower(p.name) LIKE ${start} DESC, p.kind = 'compound' DESC,
        length(p.name), p.code LIMIT ${sql.lit(most)}`,
  )
}
