import type { Context } from '../../../access/context.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { withSavepoint } from '../storage/savepoint.ts'

/** A fault of ours or of the database while some rows were being recorded. */
export class BatchFault extends Error {
  readonly from: number
  readonly to: number

  constructor(rows: readonly SheetRow[], cause: unknown) {
    super(`rows ${rows[0]?.row}–${rows.at(-1)?.row}: ${(cause as Error).message}`, { cause })
    this.from = rows[0]?.row ?? 0
    this.to = rows.at(-1)?.row ?? 0
  }
}

const recoverable = new Set(['40001', '40P01'])
const isSound = (result: RowResult) => result.outcome !== 'refused' && result.outcome !== 'perhaps-same'

/**
 * Records one batch. Where the kind refuses rows, everything it wrote for the batch is taken back and the sound rows
 * are recorded again alone: whatever a kind does before it refuses, no half of a row stays.
 * @returns what became of each row
 */
export async function recordBatch(
  ctx: Context,
  kind: SheetKind,
  rows: readonly SheetRow[],
): Promise<Map<number, RowResult>> {
  const results = new Map<number, RowResult>()
  let left = [...rows]
  while (left.length > 0) {
    const bad = await withSavepoint(ctx.db, async () => {
      const answers = await answered(ctx, kind, left)
      for (const answer of answers) results.set(answer.row, answer)
      const refused = new Set(answers.filter((answer) => !isSound(answer)).map((answer) => answer.row))
      return { keep: refused.size === 0, answer: refused }
    })
    left = bad.size > 0 ? left.filter((row) => !bad.has(row.row)) : []
  }
  return results
}

async function answered(ctx: Context, kind: SheetKind, rows: SheetRow[]): Promise<RowResult[]> {
  try {
    return await kind.record(
      ctx,
      rows.map(({ row, cells }) => ({ row, cells })),
    )
  } catch (fault) {
    if (fault instanceof Refusal || recoverable.has(String((fault as { code?: string }).code))) throw fault
    throw new BatchFault(rows, fault)
  }
}
