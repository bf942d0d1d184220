import { sql } from 'kysely'
import type { AppealPage, AppealRow } from '../../../../../contracts/publicity/appeals.ts'
import type { Context } from '../../../../access/context.ts'
import { maybe, one, rows } from '../../../../platform/database/database.ts'
import { refuse } from '../../../../platform/problems/platform-problems.ts'
import { edition, type EditionRow, type Editions } from '../../../../rulebook/load.ts'
import { documentsOf } from '../../../documents/index.ts'
import { showRow, type StoredRow, withheldRows, withheldWords } from '../../../evaluation/index.ts'
import { appeal } from '../../policy.ts'
import { appealSource } from './appeals.ts'
import { shiftsOf } from './shifts.ts'

type Row = AppealPage['rows'][number]
type Kept = Pick<Row, 'id' | 'reason' | 'outcome' | 'answer' | 'reading' | 'pointsBefore' | 'pointsAfter'> & {
  stored: Omit<StoredRow, 'indicator' | 'before' | 'stale'> | null
}
interface Head {
  answer: string | null
  decidedBy: string | null
  edition: string
  to: string
  table: string
}

/** One appeal with its rows as they stand, its evidence, and whom the decision moved. @throws 404 out of sight */
export async function appealPage(
  ctx: Context,
  editions: Editions,
  id: string,
  tell: { decidable(row: EditionRow): boolean; levels(row: EditionRow): string[] },
): Promise<AppealPage> {
  const found = await maybe(
    ctx.db,
    sql<AppealRow & { key: string }>`${appealSource(ctx, sql<boolean>`r.id = ${id}`)}`,
  )
  if (!found) throw refuse('not-found')
  const { key: _, ...shown } = found
  const office = ctx.policy.mayAnywhere(ctx.actor, 'publicity.propose-corrections')
  const [head, kept, evidence, shifts, assignments] = await Promise.all([
    headOf(ctx, id),
    rowsOf(ctx, id),
    documentsOf(ctx.db, appeal.name, [id]),
    shiftsOf(ctx, id),
    office ? assignmentsOf(ctx, id) : [],
  ])
  const rulebook = await editions.rulebookOf(head.edition)
  const paper = edition(rulebook, head.edition, head.to).tables[head.table]
  const table = new Map((paper?.rows ?? []).map((row) => [row.id, row]))
  const withheld = paper ? await withheldRows(ctx, paper, shown.subjectId) : new Set<string>()
  return {
    appeal: shown,
    answer: head.answer,
    decidedBy: office ? head.decidedBy : null,
    rows: kept.flatMap(({ stored, ...row }): Row[] => {
      const named = table.get(row.id)
      if (!named) return []
      const now =
        stored && showRow(rulebook, named, { ...stored, indicator: row.id, before: null, stale: false })
      const told = {
        ...row,
        indicator: named.indicator,
        indicatorEn: named.indicatorEn,
        points: now?.points ?? null,
        max: now?.max ?? null,
        why: now?.why ?? '',
        whyEn: now?.whyEn ?? '',
        decidable: tell.decidable(named),
        shape: named.mechanism === 'grade' ? 'grade' : (named.factDefinition?.shape ?? null),
        levels: tell.levels(named),
      }
      return [withheld.has(row.id) ? withhold(told) : told]
    }),
    evidence,
    shifts,
    assignments,
  }
}

/** Of a row that touches persons whoever may not see them is told that it is appealed, and not what it says. */
const withhold = (row: Row): Row => ({
  ...row,
  reason: withheldWords.zh,
  answer: row.answer && withheldWords.zh,
  reading: null,
  pointsBefore: null,
  pointsAfter: null,
  points: null,
  max: null,
  why: withheldWords.zh,
  whyEn: withheldWords.en,
})

const headOf = (ctx: Context, id: string): Promise<Head> =>
  one(
    ctx.db,
    sql<Head>`SELECT a.answer, account.display_name AS "decidedBy", round.edition, round.period_to AS "to", s.table_id AS "table"
      FROM publicity.appeal a JOIN evaluation.published_round round ON round.id = a.round_id
      JOIN evaluation.published_subject s ON s.id = a.subject_id
      LEFT JOIN accounts.published_account account ON account.id = a.decided_by WHERE a.id = ${id}`,
  )

const rowsOf = (ctx: Context, id: string): Promise<Kept[]> =>
  rows(
    ctx.db,
    sql<Kept>`SELECT x.indicator AS id, x.reason, x.outcome, x.answer, x.reading, x.points_before AS "pointsBefore",
        x.points_after AS "pointsAfter",
        CASE WHEN now.indicator IS NOT NULL THEN json_build_object('state', now.state, 'points', now.points::text,
          'pointsExact', now.points_exact, 'maxExact', now.max_exact, 'numerator', now.numerator, 'denominator', now.denominator,
          'value', now.value, 'provenance', now.provenance, 'reason', now.reason, 'params', now.params) END AS stored
      FROM publicity.appeal_row x JOIN evaluation.published_round round ON round.id = x.round_id
      LEFT JOIN evaluation.published_score_row now ON now.run_id = round.current_run AND now.subject_id = x.subject_id
        AND now.indicator = x.indicator
      WHERE x.appeal_id = ${id} ORDER BY x.indicator`,
  )

const assignmentsOf = (ctx: Context, id: string): Promise<AppealPage['assignments']> =>
  rows(
    ctx.db,
    sql<
      AppealPage['assignments'][number]
    >`SELECT x.at, giver.display_name AS by, taker.display_name AS to, x.reason
      FROM publicity.appeal_assignment x JOIN accounts.published_account taker ON taker.id = x.assignee_id
      LEFT JOIN accounts.published_account giver ON giver.id = x.by WHERE x.appeal_id = ${id} ORDER BY x.seq DESC`,
  )
