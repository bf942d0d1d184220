import { sql } from 'kysely'
import type { Finding } from '../../../../contracts/imports/staff.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { Keys } from '../../../platform/keys/keys.ts'

export async function clearFindings(db: Db, run: string): Promise<void> {
  await sql`DELETE FROM imports.finding WHERE run_id = ${run}`.execute(db)
}

/** Adds a batch's findings in one statement. */
export async function insertFindings(
  db: Db,
  keys: Keys,
  run: string,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return
  const made = findings.map(({ row, outcome, faults, candidates, named }) => ({
    row,
    outcome,
    sealed: keys.seal(JSON.stringify({ faults, candidates, named })),
  }))
  await sql`INSERT INTO imports.finding (run_id, row, outcome, sealed)
    SELECT ${run}::uuid, row, outcome, sealed FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (row integer, outcome text, sealed text)`.execute(
    db,
  )
}

interface Stored {
  row: number
  outcome: Finding['outcome']
  sealed: string
}

const opened = (keys: Keys, { row, outcome, sealed }: Stored): Finding => ({
  row,
  outcome,
  ...(JSON.parse(keys.open(sealed)) as Pick<Finding, 'faults' | 'candidates' | 'named'>),
})

/** Findings by row number. */
export async function findingsOf(
  db: Db,
  keys: Keys,
  run: string,
  part: { after?: number; limit?: number; outcome?: Finding['outcome'] | undefined } = {},
): Promise<Finding[]> {
  const found = await rows(
    db,
    sql<Stored>`SELECT row, outcome, sealed FROM imports.finding WHERE run_id = ${run} AND row > ${part.after ?? 0}
      ${part.outcome ? sql`AND outcome = ${part.outcome}` : sql``}
      ORDER BY row LIMIT ${part.limit ?? 300_000}`,
  )
  return found.map((stored) => opened(keys, stored))
}

/** Rows that wait for a decision. */
export const rowsToDecide = async (db: Db, run: string): Promise<number[]> =>
  (
    await rows(
      db,
      sql<{
        row: number
      }>`SELECT row FROM imports.finding WHERE run_id = ${run} AND outcome = 'perhaps-same' ORDER BY row`,
    )
  ).map((f) => f.row)
