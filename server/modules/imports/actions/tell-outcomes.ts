import type { Outcome } from '../../../../contracts/imports/staff.ts'
import type { Context } from '../../../access/context.ts'
import type { RowOfRecord, SheetKind } from '../../sheet-kind.ts'
import { outcomeOf } from '../rules/outcome.ts'
import type { Counts } from '../rules/tally.ts'

/** How rows that were recorded are told of. */
export interface Telling {
  /** Beside the transaction: what stood before this sheet. */
  before: Context
  /** Most rows told of each outcome. */
  most: number
  /** Whether new records are told with their cells, or by name and code alone. */
  cells: boolean
  save(outcomes: Outcome[]): Promise<void>
}

export type RecordedRow = RowOfRecord & { outcome: Outcome['outcome'] }

/**
 * Tells of a batch's new and changed rows, as far as `telling` goes; asks the kind twice, whatever the number of rows.
 * @param ctx the transaction that recorded them @param counted the rows counted before this batch
 */
export async function tellOutcomes(
  ctx: Context,
  kind: SheetKind,
  recorded: readonly RecordedRow[],
  counted: Readonly<Counts>,
  telling: Telling,
): Promise<void> {
  const first = (outcome: Outcome['outcome']) =>
    recorded.filter((row) => row.outcome === outcome).slice(0, Math.max(0, telling.most - counted[outcome]))
  const told = [...first('created'), ...first('changed')]
  if (told.length === 0) return
  const changed = told.filter(({ outcome }) => outcome === 'changed')
  const before = changed.length > 0 ? await kind.standing?.(telling.before, changed) : undefined
  const after = await kind.standing?.(ctx, told)
  await telling.save(
    told.map(({ row, outcome, cells }) => {
      const settled = { row, outcome, cells, before: before?.get(row), after: after?.get(row) }
      const whole = outcomeOf(kind, settled)
      return outcome === 'created' && !telling.cells ? { ...whole, cells: [] } : whole
    }),
  )
}
