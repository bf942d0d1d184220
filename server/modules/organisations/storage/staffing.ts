import { sql } from 'kysely'
import type { StaffKind } from '../../../../contracts/organisations/words.ts'
import { type Db, rows } from '../../../platform/database/database.ts'

/** 专职人员配备 of one kind in one compound, counted on a day. */
export interface Staffing {
  compoundId: string
  kind: StaffKind
  asOf: string
  contracted: number
  actual: number
}

export const staffingKey = (one: Pick<Staffing, 'compoundId' | 'kind' | 'asOf'>) =>
  `${one.compoundId} ${one.kind} ${one.asOf}`

export const staffingOf = (db: Db, compounds: string[]) =>
  rows(
    db,
    sql<Staffing>`SELECT compound_id AS "compoundId", post_kind AS kind, as_of AS "asOf", contracted, actual
      FROM organisations.staffing WHERE compound_id = ANY(${[...new Set(compounds)]}::uuid[])`,
  )

/** Adds counts, or corrects those of the same day. */
export async function saveStaffing(db: Db, counts: Staffing[]): Promise<void> {
  await sql`INSERT INTO organisations.staffing (compound_id, post_kind, as_of, contracted, actual)
    SELECT "compoundId", kind, "asOf", contracted, actual
    FROM jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS f ("compoundId" uuid, kind text, "asOf" date,
      contracted integer, actual integer)
    ON CONFLICT (compound_id, post_kind, as_of) DO UPDATE SET contracted = excluded.contracted, actual = excluded.actual`.execute(
    db,
  )
}
