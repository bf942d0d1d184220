import { type Action, defineAction } from '../access/action.ts'
import type { Keys } from '../platform/keys/keys.ts'
import { defineProblems, Refusal } from '../platform/problems/refusal.ts'
import type { RowResult, SheetKind, SheetRow } from './sheet-kind.ts'

export interface RecordedRows {
  rows: { row: number; outcome: 'created' | 'changed' | 'unchanged'; id: string }[]
}

const refuse = defineProblems('sheets', {
  'rows-refused': {
    zh: '有 {count} 处需要改正，全部未保存。',
    en: '{count} entries need correction; nothing was saved.',
  },
  cell: { zh: '{text}', en: '{textEn}' },
  'perhaps-same': {
    zh: '与已有记录相似：{labels}。核实后若确是新的，请勾选“确认是新小区”再保存。',
    en: 'This looks like {labels}. If it is really another, confirm that it is distinct.',
  },
})

const faultsOf = (result: RowResult): Refusal[] => {
  if (result.outcome === 'refused')
    return result.faults.map((f) =>
      refuse('cell', { text: f.zh, textEn: f.en }, { field: f.column, row: result.row }),
    )
  if (result.outcome === 'perhaps-same')
    return [
      refuse(
        'perhaps-same',
        { labels: result.candidates.map((c) => c.label).join('、') },
        { field: 'distinct', row: result.row },
      ),
    ]
  return []
}

/**
 * Keyed fingerprints of a bulk action's rows: enough to prove later which rows it held, without repeating them. Keyed,
 * since a plain hash of a row with a name and a phone could be guessed.
 */
export const rowHashes = (keys: Keys, rows: SheetRow[]): string[] =>
  rows.map((row) => keys.fingerprint(JSON.stringify(row.cells)).slice(0, 22))

/** A sheet kind as an action: all its rows are recorded, or none and every fault is named. One audit entry. */
export function defineSheetAction(kind: SheetKind): Action<SheetRow[], RecordedRows> {
  return defineAction({
    verb: kind.verb,
    ...(kind.expects ? { expects: kind.expects } : {}),
    on: () => 'anywhere' as const,
    async run(ctx, sheet: SheetRow[]) {
      const results = await kind.record(ctx, sheet)
      const faults = results.flatMap(faultsOf)
      if (faults.length > 0) throw refuse('rows-refused', { count: faults.length }, {}, faults)
      const recorded = results.flatMap((r) => ('id' in r ? [r] : []))
      const detail = { rows: recorded.length, hashes: rowHashes(ctx.keys, sheet) }
      const only = recorded.length === 1 ? recorded[0]?.id : undefined
      const audit = {
        resource: `sheet.${kind.name}`,
        id: only ?? 'many',
        summary: `登记${kind.title} ${recorded.length} 条`,
        detail,
      }
      return { answer: { rows: recorded }, audit }
    },
  })
}
