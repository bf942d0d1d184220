import { longest } from '../../../../contracts/self-reports/words.ts'
import type { Context } from '../../../access/context.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import type { EditionRow, Rulebook } from '../../../rulebook/load.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { type Examined, examined, fault, optionalText, refusedRow, sound, text } from '../../sheet-rows.ts'
import { examineRow } from '../examine-row.ts'
import type { EditionsAsked } from '../papers.ts'
import { report as reportResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { reportColumns, stanceOf } from '../report-sheet.ts'
import { isSame } from '../rules/same-said.ts'
import { whoAnswers } from '../rules/who-answers.ts'
import { evidenceOf } from '../show-said.ts'
import { type Report, reportsNamed } from '../storage/reports.ts'
import { type RowChange, type RowSaid, saidOf, writeRows } from '../storage/rows.ts'
import { tableRows } from '../table-rows.ts'
import { reportVerb, stampOf } from './open-report.ts'

/** Many rows at once: the same drafts as on the page, checked and recorded by the same code. */
export const reportSheet = (editions: EditionsAsked): SheetKind => ({
  name: 'self-report',
  title: '自评申报',
  titleEn: 'Self-report',
  verb: reportVerb,
  columns: reportColumns,
  identity: ['year', 'code', 'district', 'row'],
  record: (ctx, sheet) => recordRows(ctx, editions, sheet),
})

const nameOf = (row: SheetRow) => ({
  year: Number(row.cells.year ?? 0),
  code: text(row, 'code'),
  district: text(row, 'district'),
})
const keyOf = ({ year, code, district }: { year: number; code: string; district: string }) =>
  [year, code, district].join('|')

interface Target {
  rulebook: Rulebook
  report: Report
  rows: EditionRow[]
  said: Map<string, RowSaid>
}

async function recordRows(ctx: Context, editions: EditionsAsked, sheet: SheetRow[]): Promise<RowResult[]> {
  const targets = await targetsOf(ctx, editions, sheet)
  const kept = [...targets.values()].flatMap(({ said }) => [...said.values()])
  const evidence = await evidenceOf(
    ctx.db,
    kept.map((one) => one.id),
  )
  const judged = sheet.map((row) => judge(targets.get(keyOf(nameOf(row))), row, evidence))
  const changes = judged.flatMap(({ row, change, same }) => (change && !same && sound(row) ? [change] : []))
  const ids = await writeRows(ctx.db, changes, stampOf(ctx))
  return judged.map(({ row, change, same, known, reportId }): RowResult => {
    if (!sound(row)) return refusedRow(row)
    if (!change || same) return { row: row.row, outcome: 'unchanged', id: known?.id ?? reportId ?? '' }
    const id = ids.get(`${change.reportId}|${change.row}`) ?? ''
    return { row: row.row, outcome: known ? 'changed' : 'created', id }
  })
}

async function targetsOf(
  ctx: Context,
  editions: EditionsAsked,
  sheet: SheetRow[],
): Promise<Map<string, Target>> {
  const reached = ctx.policy.filter(ctx.actor, reportVerb, reportResource)
  const reports = await reportsNamed(ctx.db, sheet.map(nameOf), reached)
  const said = Map.groupBy(
    await saidOf(
      ctx.db,
      reports.map((one) => one.id),
    ),
    (one) => one.reportId,
  )
  const targets = new Map<string, Target>()
  for (const report of reports) {
    const rulebook = await editions.rulebookOf(report.edition)
    const rows = tableRows(rulebook, report)
    const known = new Map((said.get(report.id) ?? []).map((one) => [one.row, one]))
    targets.set(keyOf(report), { rulebook, report, rows, said: known })
  }
  return targets
}

const lengths = [
  ['numerator', 40],
  ['denominator', 40],
  ['value', 40],
  ['note', longest.note],
  ['evidence', longest.evidence],
] as const

interface Judged {
  row: Examined
  reportId?: string
  known?: RowSaid | undefined
  change?: RowChange
  same?: boolean
}

function judge(
  target: Target | undefined,
  sent: SheetRow,
  evidence: ReadonlyMap<string, readonly unknown[]>,
): Judged {
  const row = examined(sent)
  const stance = stanceOf(sent.cells.stance)
  const entered = {
    numerator: optionalText(sent, 'numerator'),
    denominator: optionalText(sent, 'denominator'),
    value: optionalText(sent, 'value'),
  }
  if (!target) {
    const { year, code } = nameOf(sent)
    fault(row, 'code', refuse('sheet-report-unknown', { year, code }))
    return { row }
  }
  const { report, rulebook } = target
  const found = target.rows.find(({ id }) => id === text(sent, 'row'))
  if (!found) fault(row, 'row', refuse('row-foreign', { row: text(sent, 'row') }))
  if (report.state === 'submitted')
    fault(row, 'code', refuse('already-submitted', { by: report.submittedBy ?? '' }))
  if (stance === null && Object.values(entered).some(Boolean)) fault(row, 'stance', refuse('stance-unclear'))
  for (const [key, most] of lengths)
    if (text(sent, key).length > most) fault(row, key, refuse('too-long', { most }))
  const known = target.said.get(text(sent, 'row'))
  if (!found || stance === null || !sound(row)) return { row, reportId: report.id, known }
  const change: RowChange = {
    reportId: report.id,
    row: found.id,
    stance,
    ...entered,
    note: text(sent, 'note'),
    evidenceNote: text(sent, 'evidence'),
    fromLastYear: false,
    answerer: stance === 'contest' ? whoAnswers(found.evaluator, report.kind) : null,
  }
  const documents = evidence.get(known?.id ?? '')?.length ?? 0
  const { fault: wrong } = examineRow(rulebook, found, change, { year: report.year, documents })
  if (wrong instanceof Refusal) fault(row, columnOf(wrong, stance), wrong)
  return { row, reportId: report.id, known, change, same: known !== undefined && isSame(known, change) }
}

const columns = new Set(['numerator', 'denominator', 'value'])
function columnOf({ code, where }: Refusal, stance: RowSaid['stance']): string {
  if (where.field && columns.has(where.field)) return where.field
  if (code.endsWith('evidence-missing')) return 'evidence'
  if (code.endsWith('reason-missing')) return 'note'
  if (code.endsWith('value-missing')) return 'value'
  return stance === null ? 'row' : 'stance'
}
