import type { Refusal } from '../platform/problems/refusal.ts'
import { defineProblems } from '../platform/problems/refusal.ts'
import type { CellFault, RowOfRecord, RowResult, SheetRow, Standing } from './sheet-kind.ts'

const refuse = defineProblems('sheets', {
  'same-row-twice': {
    zh: '与第 {row} 行是同一条记录。请只保留一行。',
    en: 'The same record as row {row}. Keep one of them.',
  },
})

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
export const optionalText = (row: SheetRow, key: string): string | null => text(row, key) || null
export const integer = (row: SheetRow, key: string): number => Number(row.cells[key] ?? 0)
export const yes = (row: SheetRow, key: string): boolean => row.cells[key] === true

export const refusedRow = (row: Examined): RowResult => ({
  row: row.row,
  outcome: 'refused',
  faults: row.faults,
})
export const sound = (row: Examined): boolean => row.faults.length === 0

/** Choices of a column from a table of words. */
export const choicesOf = (table: Record<string, string>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }))

/** Notes the later of two rows that name the same record. */
export function refuseRepeats<R extends Examined>(
  rows: readonly R[],
  column: string,
  key: (row: R) => string,
): void {
  const first = new Map<string, number>()
  for (const row of rows) {
    if (!sound(row)) continue
    const earlier = first.get(key(row))
    if (earlier === undefined) first.set(key(row), row.row)
    else fault(row, column, refuse('same-row-twice', { row: earlier }))
  }
}

export interface Settling<R extends Examined, F extends object> {
  /** What tells records apart. */
  key(row: R): string
  /** The records already kept, by that key. */
  known: ReadonlyMap<string, { id: string } & F>
  /** What the row says; compared field by field with the known record. */
  fields(row: R, known: ({ id: string } & F) | undefined): F
  /** Adds records, answering their ids in order. */
  insert(fresh: { row: R; fields: F }[]): Promise<string[]>
  update(changes: { row: R; id: string; fields: F; known: F }[]): Promise<void>
}

/** Splits sound rows into new, changed and unchanged and writes the first two, each with one statement. */
export async function settle<R extends Examined, F extends object>(
  rows: readonly R[],
  how: Settling<R, F>,
): Promise<RowResult[]> {
  const good = rows.filter(sound).map((row) => {
    const known = how.known.get(how.key(row))
    return { row, known, fields: how.fields(row, known) }
  })
  const fresh = good.filter((one) => !one.known)
  const changes = good.flatMap(({ row, known, fields }) =>
    known && differ(known, fields) ? [{ row, id: known.id, known, fields }] : [],
  )
  const ids = fresh.length > 0 ? await how.insert(fresh) : []
  if (changes.length > 0) await how.update(changes)
  const results = new Map<number, RowResult>()
  for (const { row, known } of good)
    if (known) results.set(row.row, { row: row.row, outcome: 'unchanged', id: known.id })
  for (const { row, id } of changes) results.set(row.row, { row: row.row, outcome: 'changed', id })
  fresh.forEach(({ row }, i) =>
    results.set(row.row, { row: row.row, outcome: 'created', id: ids[i] as string }),
  )
  return rows.map((row) => results.get(row.row) ?? refusedRow(row))
}

function differ<F extends object>(known: F, fields: F): boolean {
  return (Object.keys(fields) as (keyof F)[]).some((key) => known[key] !== fields[key])
}

/** What records found by their ids say, by the rows that name them. */
export function standingsOf<R extends { id: string }>(
  rows: readonly RowOfRecord[],
  found: readonly R[],
  say: (record: R, row: RowOfRecord) => Standing,
): Map<number, Standing> {
  const byId = new Map(found.map((record) => [record.id, record]))
  return new Map(
    rows.flatMap((row) => {
      const record = byId.get(row.id)
      return record ? [[row.row, say(record, row)] as const] : []
    }),
  )
}

/** 示例社区（150203006012）: a name with the code that a sheet knows it by. */
export const withCode = (name: string | null, code: string | null): string | null =>
  name !== null && code !== null ? `${name}（${code}）` : (name ?? code)
