import type { Answer } from '../../../../contracts/endpoint.ts'
import type { RowSent, saveRows as contract } from '../../../../contracts/self-reports/staff.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import type { EditionRow } from '../../../rulebook/load.ts'
import { openAttachments } from '../../documents/index.ts'
import { refuseStance } from '../examine-row.ts'
import type { EditionsAsked } from '../papers.ts'
import { report as reportResource, rowResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { isSame } from '../rules/same-said.ts'
import { whoAnswers } from '../rules/who-answers.ts'
import { evidenceOf, showSaid } from '../show-said.ts'
import type { Report } from '../storage/reports.ts'
import { type RowChange, type RowSaid, saidOf, writeRows } from '../storage/rows.ts'
import { onReport, type OpenReport, openReport, reportVerb, stampOf } from './open-report.ts'

type Outcome = Answer<typeof contract>['outcomes'][number]

/** Keeps a draft as it is typed. Of two who change one row the second is told who changed it and to what; nothing is lost. */
export const saveRows = (editions: EditionsAsked) =>
  defineAction({
    verb: reportVerb,
    on: (input: { id: string; rows: RowSent[] }) => onReport(input),
    async run(ctx, { id, rows: sent }) {
      const open = await openReport(ctx, editions, id)
      const latest = new Map(sent.map((one) => [one.row, one]))
      const held = await evidenceOf(
        ctx.db,
        [...open.said.values()].map((one) => one.id),
      )
      const evidenceIds = (kept: RowSaid | undefined) => (held.get(kept?.id ?? '') ?? []).map((one) => one.id)
      const judged = [...latest.values()].map((one) => judge(open, one, evidenceIds(open.said.get(one.row))))
      const fresh = judged.flatMap((one) => (one.outcome === 'write' ? [one] : []))
      const ids = await writeRows(
        ctx.db,
        fresh.map(({ change }) => change),
        stampOf(ctx),
      )
      await keepEvidence(
        ctx,
        open.report,
        fresh.map(({ change, sent: { documentIds } }) => ({
          recordId: ids.get(`${id}|${change.row}`) ?? '',
          wanted: documentIds,
          held: evidenceIds(open.said.get(change.row)),
        })),
      )
      const outcomes = await told(ctx, open, judged)
      return {
        answer: { outcomes },
        audit: {
          resource: reportResource.name,
          id,
          summary: `保存“${open.report.name}”自评草稿 ${fresh.length} 行`,
          detail: { rows: fresh.map(({ change }) => change.row) },
        },
      }
    },
  })

type Judged =
  | { outcome: 'write'; row: string; sent: RowSent; change: RowChange }
  | { outcome: 'same' | 'conflict'; row: string }
  | { outcome: 'refused'; row: string; refusal: Refusal }

function judge({ report, rows, said }: OpenReport, sent: RowSent, documents: string[]): Judged {
  const { row: id } = sent
  const row = rows.find((one) => one.id === id)
  if (!row) return { outcome: 'refused', row: id, refusal: refuse('row-foreign', { row: id }, { field: id }) }
  const refusal = refuseStance(row, sent.stance)
  if (refusal) return { outcome: 'refused', row: id, refusal }
  const known = said.get(id)
  const change = changeOf(report, row, sent)
  const same = known && isSame(known, change) && sameIds(documents, sent.documentIds)
  if (same) return { outcome: 'same', row: id }
  if (known && known.version !== sent.baseVersion) return { outcome: 'conflict', row: id }
  return { outcome: 'write', row: id, sent, change }
}

const given = (text: string | null | undefined) => text || null

function changeOf(report: Report, row: EditionRow, sent: RowSent): RowChange {
  return {
    reportId: report.id,
    row: row.id,
    stance: sent.stance,
    numerator: given(sent.entered.numerator),
    denominator: given(sent.entered.denominator),
    value: given(sent.entered.value),
    note: sent.note,
    evidenceNote: sent.evidenceNote,
    // Whoever saves a row has looked at it.
    fromLastYear: false,
    answerer: sent.stance === 'contest' ? whoAnswers(row.evaluator, report.kind) : null,
  }
}
const sameIds = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join()

/** What each row shall hold, in as many statements whatever their number. */
async function keepEvidence(
  ctx: Context,
  { placeId, bodyId }: Report,
  kept: readonly { recordId: string; wanted: string[]; held: string[] }[],
): Promise<void> {
  const ids = kept.flatMap(({ wanted, held }) => [...wanted, ...held])
  const attachments = await openAttachments(ctx.db, ctx, { ids, resource: rowResource })
  for (const { recordId, wanted, held } of kept) {
    attachments.drop({ recordId, ids: held.filter((one) => !wanted.includes(one)) })
    attachments.take({ recordId, ids: wanted, placeId, bodyId })
  }
  await attachments.write()
}

async function told(
  ctx: Context,
  { rulebook, report, rows }: OpenReport,
  judged: readonly Judged[],
): Promise<Outcome[]> {
  const said = new Map((await saidOf(ctx.db, [report.id])).map((one) => [one.row, one]))
  const evidence = await evidenceOf(
    ctx.db,
    [...said.values()].map((one) => one.id),
  )
  const shown = (id: string) => {
    const kept = said.get(id) as RowSaid
    const row = rows.find((one) => one.id === id) as EditionRow
    return showSaid(rulebook, row, kept, { evidence: evidence.get(kept.id) ?? [], year: report.year })
  }
  return judged.map((one): Outcome => {
    if (one.outcome === 'refused') {
      const { code, zh: detail, en: detailEn } = one.refusal
      return { outcome: 'refused', row: one.row, code, detail, detailEn }
    }
    if (one.outcome === 'conflict') return { outcome: 'conflict', theirs: shown(one.row) }
    return { outcome: 'saved', said: shown(one.row) }
  })
}
