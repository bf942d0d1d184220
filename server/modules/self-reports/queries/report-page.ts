import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getReport, ReportedRow } from '../../../../contracts/self-reports/staff.ts'
import type { Context } from '../../../access/context.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { EditionRow, Rulebook } from '../../../rulebook/load.ts'
import { edition } from '../../../rulebook/load.ts'
import { showRow, type StoredRow, withheldRows } from '../../evaluation/index.ts'
import type { EditionsAsked, Papers } from '../papers.ts'
import { report } from '../policy.ts'
import { lateness } from '../rules/lateness.ts'
import { rowRights } from '../rules/row-rights.ts'
import { evidenceOf, showSaid } from '../show-said.ts'
import { type Report, reportById } from '../storage/reports.ts'
import { recordedFacts, saidOf } from '../storage/rows.ts'
import { tableRows } from '../table-rows.ts'
import { reportColumns, type ReportRow, reportSource } from './reports.ts'

type Page = Answer<typeof getReport>

/** @throws 404 when there is none, or out of sight */
export async function reportPage(
  ctx: Context,
  { editions, calendarOf }: Pick<Papers, 'editions' | 'calendarOf'>,
  id: string,
): Promise<Page> {
  const found = await maybe(
    ctx.db,
    sql<ReportRow & Pick<Page, 'dueProvisional' | 'submittedBy'>>`SELECT ${reportColumns(ctx)},
        round.stage_due_provisional AS "dueProvisional", account.display_name AS "submittedBy"
      FROM ${reportSource} LEFT JOIN accounts.published_account account ON account.id = r.submitted_by
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'self-reports.see', report)}`,
  )
  if (!found) throw refuse('not-found')
  const kept = await reportById(ctx.db, id)
  const today = ctx.clock.today()
  const now = lateness(await calendarOf(ctx.db), kept.dueOn, today)
  const shown = await shownRows(ctx, editions, kept, found.can['self-reports.report'] === true)
  const open = kept.stage === 'self-report'
  return {
    ...found,
    nowLate: open && now.late,
    nowLateDays: open ? now.days : null,
    mayReopen: open && found.can['self-reports.report'] === true && kept.state === 'submitted' && !now.late,
    lastYear: await lastYearOf(ctx.db, kept, shown),
    rows: shown,
    history: await historyOf(ctx.db, id),
  }
}

/**
 * The rows of the subject's table with what stands and what is said of it. What is said of a row that touches a person is
 * for those who may see it, and for whoever reports it (`own`).
 */
export async function shownRows(
  ctx: Context,
  editions: EditionsAsked,
  kept: Report,
  own: boolean,
): Promise<ReportedRow[]> {
  const rulebook = await editions.rulebookOf(kept.edition)
  const table = edition(rulebook, kept.edition, kept.to).tables[kept.table]
  const withheld = table ? await withheldRows(ctx, table, kept.subjectId) : new Set<string>()
  const [stored, said, answers] = await Promise.all([
    storedRows(ctx.db, kept),
    saidOf(ctx.db, [kept.id]),
    answersOf(ctx.db, kept.id),
  ])
  const evidence = await evidenceOf(
    ctx.db,
    said.map((one) => one.id),
  )
  const saidByRow = new Map(said.map((one) => [one.row, one]))
  return tableRows(rulebook, kept).map((row) => {
    const mine = saidByRow.get(row.id)
    const rights = rowRights(row)
    const isKept = withheld.has(row.id) && !own
    return {
      ...standing(rulebook, row, withheld.has(row.id) ? undefined : stored.get(row.id)),
      withheld: withheld.has(row.id),
      mayDeclare: rights.declare,
      mayContest: rights.contest,
      said:
        mine && !isKept
          ? showSaid(rulebook, row, mine, { evidence: evidence.get(mine.id) ?? [], year: kept.year })
          : null,
      answer: isKept ? null : (answers.get(row.id) ?? null),
    }
  })
}

type Standing = Omit<ReportedRow, 'withheld' | 'mayDeclare' | 'mayContest' | 'said' | 'answer'>

/** A row as it is scored now; without a score it is missing. */
function standing(rulebook: Rulebook, row: EditionRow, stored: StoredRow | undefined): Standing {
  const fact = row.factDefinition
  const papers = {
    fact: fact
      ? {
          id: fact.id,
          title: fact.title,
          titleEn: fact.titleEn,
          shape: fact.shape,
          levels: Object.keys(fact.levels ?? {}),
          reads: fact.reads,
        }
      : null,
    evidenceAsked: [...row.evidence],
  }
  const unscored: StoredRow = {
    indicator: row.id,
    state: 'missing',
    points: '0',
    pointsExact: '0',
    maxExact: row.points,
    numerator: null,
    denominator: null,
    value: null,
    provenance: null,
    reason: 'missing',
    params: {},
    before: null,
    stale: false,
  }
  const shown = showRow(rulebook, row, stored ?? unscored)
  const { id, level1, level1En, level2, level2En, indicator, indicatorEn, evaluator, printed, points, max } =
    shown
  const { state, provenance, why, whyEn, reading } = shown
  const named = { id, level1, level1En, level2, level2En, indicator, indicatorEn, evaluator, printed }
  return { ...named, points, max, state, provenance, why, whyEn, reading, ...papers }
}

const storedRows = async (db: Db, { run, subjectId }: Report) =>
  new Map(
    (
      await rows(
        db,
        sql<StoredRow>`SELECT indicator, state, points::text, points_exact AS "pointsExact", max_exact AS "maxExact", numerator,
          denominator, value, provenance, reason, params, NULL AS before, false AS stale
        FROM evaluation.published_score_row WHERE run_id = ${run} AND subject_id = ${subjectId}`,
      )
    ).map((row) => [row.indicator, row]),
  )

const answersOf = async (db: Db, reportId: string) =>
  new Map(
    (
      await rows(
        db,
        sql<
          NonNullable<ReportedRow['answer']> & { row: string }
        >`SELECT w.indicator AS row, a.outcome, a.reason,
          account.display_name AS by, a.answered_at AS at
        FROM self_reports.answer a JOIN self_reports.report_row w ON w.id = a.row_id
        LEFT JOIN accounts.published_account account ON account.id = a.answered_by WHERE w.report_id = ${reportId}`,
      )
    ).map(({ row, ...answer }) => [row, answer]),
  )

async function lastYearOf(db: Db, kept: Report, shown: readonly ReportedRow[]): Promise<number> {
  const facts = shown.flatMap((row) => (row.mayDeclare && !row.said?.stance && row.fact ? [row.fact.id] : []))
  const bodyId = kept.kind === 'enterprise' ? kept.bodyId : null
  const found = await recordedFacts(db, { year: kept.year - 1, placeId: kept.placeId, bodyId }, facts)
  return found.filter((one) => one.provenance === 'declared' && one.standing === 'ordinary').length
}

const historyOf = (db: Db, id: string) =>
  rows(
    db,
    sql<
      Page['history'][number]
    >`SELECT e.kind, e.at, account.display_name AS by, e.late, e.late_days AS "lateDays"
      FROM self_reports.report_event e LEFT JOIN accounts.published_account account ON account.id = e.by
      WHERE e.report_id = ${id} ORDER BY e.seq DESC`,
  )
