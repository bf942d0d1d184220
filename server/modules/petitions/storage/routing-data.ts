import { sql } from 'kysely'
import type { LimitClass, Responsible } from '../../../../contracts/petitions/words.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'

export interface CategoryFields {
  name: string
  nameEn: string
  limitClass: LimitClass
  responsible: Responsible
  aboutFirm: boolean
  ofProperty: boolean
  ofSanitation: boolean
  common: boolean
  active: boolean
}

/** @returns false where the code is taken, or its group is not there */
export async function insertCategory(trx: Db, code: string, it: CategoryFields): Promise<boolean> {
  const parent = code.slice(0, -2) || null
  const made = await maybe(
    trx,
    sql`INSERT INTO petitions.category (code, parent, name, name_en, limit_class, responsible, about_firm, of_property,
        of_sanitation, common, active, position)
      SELECT ${code}, ${parent}, ${it.name}, ${it.nameEn}, ${it.limitClass}, ${it.responsible}, ${it.aboutFirm}, ${it.ofProperty},
        ${it.ofSanitation}, ${it.common}, ${it.active}, coalesce((SELECT max(position) FROM petitions.category), 0) + 1
      WHERE ${parent}::text IS NULL OR EXISTS (SELECT FROM petitions.category up WHERE up.code = ${parent})
      ON CONFLICT (code) DO NOTHING RETURNING 1 AS one`,
  )
  return made !== undefined
}

/** @returns the new version; nothing where somebody changed it in the meantime, or there is none */
export async function updateCategory(
  trx: Db,
  code: string,
  version: number,
  it: CategoryFields,
): Promise<number | undefined> {
  const changed = await maybe(
    trx,
    sql<{
      version: number
    }>`UPDATE petitions.category SET name = ${it.name}, name_en = ${it.nameEn}, limit_class = ${it.limitClass},
        responsible = ${it.responsible}, about_firm = ${it.aboutFirm}, of_property = ${it.ofProperty},
        of_sanitation = ${it.ofSanitation}, common = ${it.common}, active = ${it.active}, version = version + 1
      WHERE code = ${code} AND version = ${version} RETURNING version`,
  )
  return changed?.version
}

export interface NewDuty {
  id: string
  category: string | null
  placeId: string
  bodyId: string | null
  officePlaceId: string | null
  basis: string
  from: string
  to: string | null
}

/** What a new line names: whether each of it is there, and whether the office's place is one that has an office. */
export const namedByDuty = (
  db: Db,
  duty: Pick<NewDuty, 'category' | 'bodyId' | 'officePlaceId'>,
): Promise<{ category: boolean; who: boolean } | undefined> =>
  maybe(
    db,
    sql<{ category: boolean; who: boolean }>`SELECT
      ${duty.category}::text IS NULL OR EXISTS (SELECT FROM petitions.category c WHERE c.code = ${duty.category}) AS category,
      EXISTS (SELECT FROM organisations.published_body b WHERE b.id = ${duty.bodyId}::uuid)
        OR EXISTS (SELECT FROM organisations.published_place p WHERE p.id = ${duty.officePlaceId}::uuid AND p.kind <> 'compound') AS who`,
  )

export async function insertDuty(trx: Db, duty: NewDuty): Promise<void> {
  await sql`INSERT INTO petitions.duty (id, category, place_id, body_id, office_place_id, basis, valid_from, valid_to)
    VALUES (${duty.id}, ${duty.category}, ${duty.placeId}, ${duty.bodyId}, ${duty.officePlaceId}, ${duty.basis}, ${duty.from},
      ${duty.to})`.execute(trx)
}

/** @returns the new version; nothing where somebody changed it in the meantime */
export async function endDutyOn(
  trx: Db,
  id: string,
  version: number,
  to: string,
): Promise<number | undefined> {
  const ended = await maybe(
    trx,
    sql<{
      version: number
    }>`UPDATE petitions.duty SET valid_to = greatest(valid_from, ${to}::date), version = version + 1
      WHERE id = ${id} AND version = ${version} RETURNING version`,
  )
  return ended?.version
}

/** What a place is, and how its ladder stands. */
export const ladderOf = (db: Db, placeId: string): Promise<{ kind: string; name: string } | undefined> =>
  maybe(
    db,
    sql<{
      kind: string
      name: string
    }>`SELECT kind, name FROM organisations.published_place WHERE id = ${placeId}`,
  )

/** @param version 0 where it was never set @returns the new one; nothing where somebody changed it in the meantime */
export async function setLadder(
  trx: Db,
  {
    placeId,
    skipsCommunity,
    reason,
    version,
  }: { placeId: string; skipsCommunity: boolean; reason: string; version: number },
): Promise<number | undefined> {
  const set = await maybe(
    trx,
    version === 0
      ? sql<{ version: number }>`INSERT INTO petitions.ladder (place_id, skips_community, reason)
          VALUES (${placeId}, ${skipsCommunity}, ${reason}) ON CONFLICT DO NOTHING RETURNING version`
      : sql<{
          version: number
        }>`UPDATE petitions.ladder SET skips_community = ${skipsCommunity}, reason = ${reason},
          version = version + 1 WHERE place_id = ${placeId} AND version = ${version} RETURNING version`,
  )
  return set?.version
}

/** Departments whose name holds a word, each with its place, and whether any line of the duty list is there already. */
export async function dutiesOfCity(
  db: Db,
  word: string,
): Promise<{ bureaus: { placeId: string; bodyId: string }[]; isKept: boolean }> {
  const bureaus = await rows(
    db,
    sql<{
      placeId: string
      bodyId: string
    }>`SELECT place_id AS "placeId", id AS "bodyId" FROM organisations.published_body
      WHERE kind = 'department' AND strpos(name, ${word}) > 0 ORDER BY id`,
  )
  const kept = await maybe(db, sql`SELECT 1 AS one FROM petitions.duty LIMIT 1`)
  return { bureaus, isKept: kept !== undefined }
}
