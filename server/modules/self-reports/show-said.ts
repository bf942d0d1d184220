import type { Evidence } from '../../../contracts/documents/staff.ts'
import type { Said } from '../../../contracts/self-reports/staff.ts'
import type { Db } from '../../platform/database/database.ts'
import type { EditionRow, Rulebook } from '../../rulebook/load.ts'
import { documentsOf } from '../documents/index.ts'
import { examineRow } from './examine-row.ts'
import { rowResource } from './policy.ts'
import type { RowSaid } from './storage/rows.ts'

/** Evidence of rows by the row's id. */
export async function evidenceOf(db: Db, ids: readonly string[]): Promise<Map<string, Evidence[]>> {
  const found = await documentsOf(db, rowResource, ids)
  return new Map(
    [...Map.groupBy(found, (one) => one.recordId)].map(([id, list]) => [
      id,
      list.map(({ recordId: _, ...evidence }) => evidence),
    ]),
  )
}

/** What is said of a row as the wire carries it, with what is still wrong with it. */
export function showSaid(
  rulebook: Rulebook,
  row: EditionRow,
  kept: RowSaid,
  { evidence, year }: { evidence: Evidence[]; year: number },
): Said {
  const { stance, numerator, denominator, value, note, evidenceNote, fromLastYear, version, by, at } = kept
  const { fault } = examineRow(rulebook, row, kept, { year, documents: evidence.length })
  return {
    row: kept.row,
    version,
    stance,
    entered: { numerator, denominator, value },
    note,
    evidenceNote,
    evidence,
    fromLastYear,
    by,
    at,
    fault: fault && { zh: fault.zh, en: fault.en },
  }
}
