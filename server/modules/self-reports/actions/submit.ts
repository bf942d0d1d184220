import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Telling } from '../../../access/tell.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import { type GivenReading, recordReadings } from '../../evaluation/index.ts'
import type { CalendarOf } from '../calendar-of.ts'
import { examineRow } from '../examine-row.ts'
import type { EditionsAsked } from '../papers.ts'
import { report as reportResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { lateness } from '../rules/lateness.ts'
import { evidenceOf } from '../show-said.ts'
import { heldReport, type Report, setReopened, setSubmitted } from '../storage/reports.ts'
import { markRecorded, type Recorded, recordedFacts } from '../storage/rows.ts'
import {
  onReport,
  type OpenReport,
  openReport,
  refuseOtherStage,
  reportVerb,
  stampOf,
} from './open-report.ts'

/** Only an enterprise is scored as a body; a compound's enterprise reports for a place. */
export const subjectBody = ({ kind, bodyId }: Report): string | null =>
  kind === 'enterprise' ? bodyId : null

/** 提交: every row is ready; what is declared becomes readings (申报), and what is declared no more is taken back. */
export const submitReport = (editions: EditionsAsked, calendarOf: CalendarOf) =>
  defineAction({
    verb: reportVerb,
    on: (input: { id: string }) => onReport(input),
    async run(ctx, { id }) {
      const open = await openReport(ctx, editions, id)
      const { report, rows } = open
      const declared = await readyReadings(ctx, open)
      await writeReadings(ctx, open, declared)
      const late = lateness(await calendarOf(ctx.db), report.dueOn, ctx.clock.today())
      await setSubmitted(ctx.db, id, late, stampOf(ctx))
      const contested = rows.filter((row) => open.said.get(row.id)?.stance === 'contest')
      const detail = {
        declared: declared.size,
        contested: contested.length,
        late: late.late,
        days: late.days,
      }
      return {
        answer: { state: 'submitted' as const, late: late.late, lateDays: late.days },
        audit: {
          resource: reportResource.name,
          id,
          summary: `提交“${report.name}”自评申报${late.late ? '（逾期）' : ''}`,
          detail,
        },
        tells: contestTells(
          open,
          contested.map((row) => row.id),
        ),
      }
    },
  })

type Draft = Pick<
  GivenReading,
  'numerator' | 'denominator' | 'value' | 'named' | 'notApplicable' | 'note' | 'evidence'
>

/** What is declared, by row. @throws naming every row that is not ready */
async function readyReadings(ctx: Context, { rulebook, report, rows, said }: OpenReport) {
  const evidence = await evidenceOf(
    ctx.db,
    [...said.values()].map((one) => one.id),
  )
  const declared = new Map<string, Draft>()
  const faults = rows.flatMap((row) => {
    const kept = said.get(row.id)
    const papers = evidence.get(kept?.id ?? '') ?? []
    const { reading, fault } = examineRow(rulebook, row, kept, {
      year: report.year,
      documents: papers.length,
    })
    if (fault) return [atRow(row.id, fault)]
    if (kept?.stance === 'declare' && reading) {
      const named = [...papers.map(({ name }) => name), kept.evidenceNote].filter(Boolean).join('、')
      declared.set(row.id, { ...reading, note: kept.note, evidence: named })
    }
    return []
  })
  if (faults.length > 0) throw refuse('not-ready', { count: faults.length }, {}, faults)
  return declared
}

/** The same sentence, said of its row. */
const atRow = (row: string, { code, zh, en, where }: Refusal): Refusal =>
  new Refusal(code, { zh: `${row}：${zh}`, en: `${row}: ${en}` }, { ...where, field: row })

/** What others have recorded stays: an inspection or an import goes before what a body says of itself (C31). */
const isOurs = (recorded: Recorded | undefined) =>
  recorded === undefined ||
  recorded.standing === 'withdrawn' ||
  (recorded.provenance === 'declared' && recorded.standing === 'ordinary')

async function writeReadings(
  ctx: Context,
  { report, rows, said }: OpenReport,
  declared: ReadonlyMap<string, Draft>,
): Promise<void> {
  const { year, placeId } = report
  const bodyId = subjectBody(report)
  const facts = rows.flatMap((row) => row.fact ?? [])
  const recorded = new Map(
    (await recordedFacts(ctx.db, { year, placeId, bodyId }, facts)).map((one) => [one.fact, one]),
  )
  const entries: GivenReading[] = []
  const written: string[] = []
  for (const row of rows) {
    const fact = row.fact
    if (!fact) continue
    const known = recorded.get(fact)
    const key = { year, fact, placeId, bodyId, projectId: null, grader: '', incident: '' }
    const draft = declared.get(row.id)
    if (draft && isOurs(known)) {
      entries.push({ ...key, ...draft, provenance: 'declared', standing: 'ordinary', reason: '' })
      written.push(row.id)
    } else if (
      !draft &&
      said.get(row.id)?.recorded &&
      known &&
      known.standing === 'ordinary' &&
      isOurs(known)
    ) {
      const { provenance, standing: _, ...before } = known
      entries.push({
        ...key,
        ...before,
        provenance,
        standing: 'withdrawn',
        reason: '自评申报重新提交后不再申报此项',
      })
    }
  }
  await recordReadings(ctx, entries)
  await markRecorded(ctx.db, report.id, written)
}

function contestTells({ report, said }: OpenReport, contested: readonly string[]): Telling[] {
  const roles = [...new Set(contested.flatMap((id) => said.get(id)?.answerer ?? []))]
  if (roles.length === 0) return []
  return [
    {
      to: [{ placeId: report.placeId, roles, reach: 'above' }],
      zh: `“${report.name}”在自评申报中对 ${contested.length} 行提出异议，请在考核评分阶段答复。`,
      en: `${report.name} contests ${contested.length} rows; answer them in the grading stage.`,
      link: `/self-reports/contests?round=${report.roundId}&state=open`,
    },
  ]
}

/** 撤回再改: within the term. What was declared stays recorded until the report is submitted again. */
export const reopenReport = defineAction({
  verb: reportVerb,
  on: (input: { id: string }) => onReport(input),
  async run(ctx, { id }) {
    const report = await heldReport(ctx.db, id)
    refuseOtherStage(report)
    if (report.state !== 'submitted') throw refuse('not-submitted')
    if (report.dueOn !== null && ctx.clock.today() > report.dueOn)
      throw refuse('term-over', { day: report.dueOn }, { clause: 'A.1.4' })
    await setReopened(ctx.db, id, stampOf(ctx))
    return {
      answer: { state: 'draft' as const },
      audit: { resource: reportResource.name, id, summary: `撤回“${report.name}”自评申报再改`, detail: {} },
    }
  },
})
