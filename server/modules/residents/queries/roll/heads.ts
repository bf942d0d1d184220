import { sql } from 'kysely'
import { type Db, rows } from '../../../../platform/database/database.ts'
import type { Head } from '../../rules/roll/count-heads.ts'

/**
 * Heads of a compound by interpretation art 9, set-based: the same as `countHeads` over its roll of today.
 * @param countParking whether parking bays are 专有部分 here (art 2; local practice differs)
 */
export const headsOf = (db: Db, compoundId: string, countParking = false): Promise<Head[]> =>
  rows(
    db,
    sql<Head>`SELECT head_key AS key, kind,
        CASE WHEN ${countParking}::boolean THEN dwelling_ids || bay_ids ELSE dwelling_ids END AS "dwellingIds",
        CASE WHEN ${countParking}::boolean THEN area_centi + bay_area_centi ELSE area_centi END AS "areaCenti"
      FROM residents.published_head
      WHERE compound_id = ${compoundId}::uuid AND (${countParking}::boolean OR cardinality(dwelling_ids) > 0)
      ORDER BY head_key`,
  )
