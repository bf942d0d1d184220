import type { Refusal } from '../../../platform/problems/refusal.ts'
import type { CellFault, RowResult, SheetRow } from '../../sheet-kind.ts'

/** A row under examination: its faults so far. */
export interface Examined extends SheetRow {
  faults: CellFault[]
}

export const examined = (row: SheetRow): Examined => ({ ...row, faults: [] })

/** Notes a refusal at one cell of the row. */
export function fault(row: Examined, column: string, refusal: Refusal): void {
  row.faults.push({ column, zh: refusal.zh, en: refusal.en })
}

export const text = (row: SheetRow, key: string): string => String(row.cells[key] ?? '')
export const optionalText = (row: SheetRow, key: string): string | null => (row.cells[key] === null || row.cells[key] === undefined || row.cells[key] === '' ? null : String(row.cells[key]))
export const integer = (row: SheetRow, key: string): number => Number(row.cells[key] ?? 0)
export const yes = (row: SheetRow, key: string): boolean => row.cells[key] === true

export const refusedRow = (row: Examined): RowResult => ({ row: row.row, outcome: 'refused', faults: row.faults })
export const sound = (row: Examined): boolean => row.faults.length === 0
