import type { Context } from '../../../access/context.ts'
import type { CellFault, SheetKind } from '../../sheet-kind.ts'
import type { ReadRow } from '../rules/read-row.ts'
import { withSavepoint } from '../storage/savepoint.ts'

/**
 * What else is wrong with rows of which a cell cannot be read: they are recorded without that cell and taken back, so
 * that a wrong code is told together with a wrong date and a file is corrected once.
 * @returns further faults by row, none of them about a cell that could not be read
 */
export async function alsoWrong(
  ctx: Context,
  kind: SheetKind,
  rows: readonly ReadRow[],
): Promise<Map<number, CellFault[]>> {
  if (rows.length === 0) return new Map()
  const blank = rows.map((row) => ({ row: row.row, cells: { ...nothing(kind), ...row.cells } }))
  const answers = await withSavepoint(ctx.db, async () => ({
    keep: false,
    // A kind may count on the cell that is missing here; then only the cell itself is told.
    answer: await kind.record(ctx, blank).catch(() => []),
  }))
  const unread = new Map(rows.map((row) => [row.row, new Set(row.faults.map((fault) => fault.column))]))
  return new Map(
    answers.flatMap((answer) =>
      answer.outcome === 'refused'
        ? [[answer.row, answer.faults.filter((fault) => isOther(fault, unread.get(answer.row)))] as const]
        : [],
    ),
  )
}

const isOther = ({ column }: CellFault, unread: ReadonlySet<string> | undefined) =>
  column !== '' && !unread?.has(column)

const nothing = (kind: SheetKind) => Object.fromEntries(kind.columns.map((column) => [column.key, null]))
