import { sql } from 'kysely'
import type { Outcome } from '../../../../contracts/imports/staff.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { Keys } from '../../../platform/keys/keys.ts'

export async function clearOutcomes(db: Db, run: string): Promise<void> {
  await sql`DELETE FROM imports.outcome WHERE run_id = ${run}`.execute(db)
}

/** Adds a batch's outcomes in one statement. */
export async function insertOutcomes(
  db: Db,
  keys: Keys,
  run: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (outcomes.length === 0) return
  const made = outcomes.map(({ row, outcome, ...told }) => ({
    row,
    outcome,
    sealed: keys.seal(JSON.stringify(told)),
  }))
  await sql`INSERT INTO imports.outcome (run_id, row, outcome, sealed)
    SELECT ${run}::uuid, row, outcome, sealed FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (row integer, outcome text, sealed text)`.execute(
    db,
  )
}

interface Stored {
  row: number
  outcome: Outcome['outcome']
  sealed: string
}

/** Outcomes by row number, from behind a row on. */
export async function outcomesOf(
  db: Db,
  keys: Keys,
  run: string,
  part: { after: number; limit: number; outcome?: Outcome['outcome'] | undefined },
): Promise<Outcome[]> {
  const found = await rows(
    db,
    sql<Stored>`SELECT row, outcome, sealed FROM imports.outcome WHERE run_id = ${run} AND row > ${part.after}
      ${part.outcome ? sql`AND outcome = ${part.outcome}` : sql``} ORDER BY row LIMIT ${part.limit}`,
  )
  return found.map(({ row, outcome, sealed }) => ({
    row,
    outcome,
    ...(JSON.parse(keys.open(sealed)) as Omit<Outcome, 'row' | 'outcome'>),
  }))
}
