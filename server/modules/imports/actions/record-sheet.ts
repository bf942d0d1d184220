import type { Finding } from '../../../../contracts/imports/staff.ts'
import type { Decision } from '../../../../contracts/imports/words.ts'
import type { Context } from '../../../access/context.ts'
import type { RawSheet } from '../../../platform/spreadsheet/raw-sheet.ts'
import { rowHashes } from '../../sheet-action.ts'
import type { SheetKind } from '../../sheet-kind.ts'
import { refuse } from '../problems.ts'
import { addressOf, rawCell, type ReadRow } from '../rules/read-row.ts'
import type { Heading } from '../rules/match-heading.ts'
import { type Counts, count, noRows } from '../rules/tally.ts'
import { alsoWrong } from './also-wrong.ts'
import { recordBatch } from './record-batch.ts'
import { type RecordedRow, type Telling, tellOutcomes } from './tell-outcomes.ts'
import { type Batch, sheetBatches } from '../sheets/sheet-batches.ts'

export interface SheetWork {
  kind: SheetKind
  /** Every kind there is, to name the one that a wrong file belongs to. */
  kinds: readonly SheetKind[]
  sheet: RawSheet
  decisions: Readonly<Record<string, Decision>>
  /** Hears of rows to correct or decide on, batch by batch. */
  found(findings: Finding[]): Promise<void>
  /** How new and changed rows are told of. */
  telling: Telling
  /** Hears how many rows are done; may throw to break the work off. */
  progress(done: number): Promise<void>
}

export interface Recorded {
  counts: Counts
  warnings: string[]
  /** Of the rows that were recorded, in the order of recording. */
  hashes: string[]
  rows: number
}

/**
 * Records a whole sheet inside the caller's transaction, in batches and in bounded memory. Sound rows are recorded,
 * each wholly; the others are reported and leave no trace. Whether the transaction then stands is the caller's to say.
 * @throws Refusal when the file as a whole cannot be taken
 */
export async function recordSheet(ctx: Context, work: SheetWork): Promise<Recorded> {
  const recorded: Recorded = { counts: noRows(), warnings: [], hashes: [], rows: 0 }
  const seen = new Map<string, number>()
  const stages = work.kind.stages?.count ?? 1
  for (let stage = 0; stage < stages; stage++) {
    for await (const batch of sheetBatches(work.kind, work.kinds, work.sheet)) {
      recorded.warnings = warningsOf(work.kind, batch.heading)
      const rows = batch.rows.filter((row) => stageOf(work.kind, row) === stage)
      await recordRows(ctx, work, { ...batch, rows }, seen, recorded)
      recorded.rows += rows.length
      await work.progress(recorded.rows)
    }
  }
  if (recorded.rows === 0) throw refuse('no-rows')
  return recorded
}

/** Rows that cannot be read are reported with the first stage. */
const stageOf = (kind: SheetKind, row: ReadRow) =>
  kind.stages && row.faults.length === 0
    ? Math.min(Math.max(0, kind.stages.of(row)), kind.stages.count - 1)
    : 0

async function recordRows(
  ctx: Context,
  work: SheetWork,
  { heading, rows }: Batch,
  seen: Map<string, number>,
  recorded: Recorded,
) {
  const findings: Finding[] = []
  const bad = (
    row: ReadRow,
    outcome: Finding['outcome'],
    rest: Partial<Pick<Finding, 'faults' | 'candidates' | 'named'>>,
  ) => {
    count(recorded.counts, outcome)
    findings.push({ row: row.row, outcome, faults: [], candidates: [], named: [], ...rest })
  }
  const sound: ReadRow[] = []
  const unread = rows.filter((row) => row.faults.length > 0 && work.decisions[row.row] !== 'skip')
  const further = await alsoWrong(ctx, work.kind, unread)
  for (const row of rows) {
    const decision = work.decisions[row.row]
    if (decision === 'skip') count(recorded.counts, 'skipped')
    else if (row.faults.length > 0)
      bad(row, 'refused', {
        faults: placed(work.kind, heading, row, [...row.faults, ...(further.get(row.row) ?? [])]),
        named: namesOf(work.kind, heading, row),
      })
    else {
      const repeat = repeatedRow(work.kind, row, seen)
      if (repeat)
        bad(row, 'refused', {
          faults: placed(work.kind, heading, row, [repeat]),
          named: namesOf(work.kind, heading, row),
        })
      else sound.push(decision === 'distinct' ? { ...row, cells: { ...row.cells, distinct: true } } : row)
    }
  }
  const results = await recordBatch(ctx, work.kind, sound)
  const kept: ReadRow[] = []
  const settled: RecordedRow[] = []
  const before = { ...recorded.counts }
  for (const row of sound) {
    const result = results.get(row.row)
    if (result?.outcome === 'refused')
      bad(row, 'refused', {
        faults: placed(work.kind, heading, row, result.faults),
        named: namesOf(work.kind, heading, row),
      })
    else if (result?.outcome === 'perhaps-same')
      bad(row, 'perhaps-same', { candidates: result.candidates, named: namesOf(work.kind, heading, row) })
    else if (result) {
      count(recorded.counts, result.outcome)
      kept.push(row)
      if (result.outcome !== 'unchanged')
        settled.push({ row: row.row, cells: row.cells, id: result.id, outcome: result.outcome })
    }
  }
  recorded.hashes.push(...rowHashes(ctx.keys, kept))
  await work.found(findings)
  await tellOutcomes(ctx, work.kind, settled, before, work.telling)
}

/** Notes the record that a row names; @returns the fault when an earlier row of the sheet names it too */
function repeatedRow(
  kind: SheetKind,
  row: ReadRow,
  seen: Map<string, number>,
): ReadRow['faults'][number] | undefined {
  const [first] = kind.identity ?? []
  if (!kind.identity || first === undefined) return undefined
  const key = JSON.stringify(kind.identity.map((column) => row.cells[column] ?? null))
  const earlier = seen.get(key)
  if (earlier === undefined) {
    seen.set(key, row.row)
    return undefined
  }
  const refusal = refuse('repeated-row', { row: earlier })
  return { column: first, zh: refusal.zh, en: refusal.en }
}

function placed(
  kind: SheetKind,
  heading: Heading,
  row: ReadRow,
  faults: ReadRow['faults'],
): Finding['faults'] {
  return faults.map(({ column, zh, en }) => ({
    cell: addressOf(heading, row.row, column),
    header: kind.columns.find((c) => c.key === column)?.header ?? '',
    value: (rawCell(heading, row.raw, column)?.text ?? '').slice(0, 200),
    zh,
    en,
  }))
}

const namesOf = (kind: SheetKind, heading: Heading, row: ReadRow): Finding['named'] =>
  (kind.identity ?? []).map((key) => ({
    header: kind.columns.find((c) => c.key === key)?.header ?? '',
    value: (rawCell(heading, row.raw, key)?.text ?? '').slice(0, 200),
  }))

const warningsOf = (kind: SheetKind, heading: Heading) =>
  heading.unknown.length > 0
    ? [`以下列不在“${kind.title}”模板中，不导入：${heading.unknown.slice(0, 20).join('、')}。`]
    : []
