import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getReview, ReviewedRow, ReviewRow } from '../../../../contracts/moderation/staff.ts'
import type { FlagKind } from '../../../../contracts/moderation/words.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { edition, type EditionRow, type Editions, type Rulebook } from '../../../rulebook/load.ts'
import { showRow, type StoredRow, withheldRows, withheldWords } from '../../evaluation/index.ts'
import { wordsOfFlag } from '../rules/flags.ts'
import { reviewSource } from './reviews.ts'

type Page = Answer<typeof getReview>
interface Work {
  indicator: string
  stored: Omit<StoredRow, 'indicator' | 'before' | 'stale'> | null
  before: string | null
  flags: (Omit<ReviewedRow['flags'][number], 'zh' | 'en'> & {
    kind: FlagKind
    params: Record<string, string>
  })[]
  grades: ReviewedRow['grades']
  questions: ReviewedRow['questions']
  chosen: ReviewedRow['chosen']
}

/** A subject's review: the rows with a flag, a grade or a question, in the table's order. @throws 404 out of sight */
export async function reviewById(ctx: Context, editions: Editions, id: string): Promise<Page> {
  const found = await maybe(
    ctx.db,
    sql<ReviewRow & { key: string }>`${reviewSource(ctx, sql<boolean>`r.id = ${id}`)}`,
  )
  if (!found) throw refuse('not-found')
  const { key: _, ...review } = found
  const [work, events, round] = await Promise.all([
    workOf(ctx, review),
    eventsOf(ctx, id),
    roundOf(ctx, review),
  ])
  const byRow = new Map(work.map((one) => [one.indicator, one]))
  const rulebook = await editions.rulebookOf(round.edition)
  const table = edition(rulebook, round.edition, round.to).tables[round.tableId]
  const withheld = table ? await withheldRows(ctx, table, review.subjectId) : new Set()
  const shown = (table?.rows ?? []).flatMap((row) => {
    const one = byRow.get(row.id)
    if (!one) return []
    const whole = toRow(rulebook, row, one)
    return [withheld.has(row.id) ? withhold(whole) : whole]
  })
  return { review, rows: shown, events }
}

function toRow(rulebook: Rulebook, row: EditionRow, work: Work): ReviewedRow {
  const { stored, flags, grades, questions, chosen } = work
  const scored =
    stored && showRow(rulebook, row, { ...stored, indicator: row.id, before: work.before, stale: false })
  return {
    id: row.id,
    level1: row.level1,
    indicator: row.indicator,
    indicatorEn: row.indicatorEn,
    points: scored?.points ?? null,
    max: scored?.max ?? null,
    before: work.before,
    why: scored?.why ?? '',
    whyEn: scored?.whyEn ?? '',
    flags: flags.map(({ params, ...flag }) => ({ ...flag, ...wordsOfFlag(flag.kind, params) })),
    grades,
    questions,
    chosen,
  }
}

/** Of a row that touches persons whoever may not see it is told that it is flagged, and not what it says. */
const withhold = (row: ReviewedRow): ReviewedRow => ({
  ...row,
  points: null,
  max: null,
  before: null,
  why: withheldWords.zh,
  whyEn: withheldWords.en,
  flags: row.flags.map((flag) => ({ ...flag, zh: '', en: '' })),
  grades: [],
  questions: [],
  chosen: null,
})

/** Everything there is to a review's rows, in one statement. */
const workOf = (ctx: Context, { id, roundId, subjectId }: ReviewRow) =>
  rows(
    ctx.db,
    sql<Work>`WITH grade AS (
        SELECT g.indicator, json_build_object('taskId', g.task_id, 'second', g.second, 'grader', coalesce(task.seat, g.grader),
          'projectName', project.name, 'said', json_build_object('numerator', trim_scale(g.numerator)::text,
          'denominator', trim_scale(g.denominator)::text, 'value', trim_scale(g.value)::text, 'named', g.named,
          'notApplicable', g.not_applicable), 'comment', g.comment, 'overrideReason', g.override_reason,
          'computedSaid', g.computed_said, 'evidence', g.document_ids, 'at', g.graded_at) AS shown, g.second, project.name
        FROM grading.published_grade g JOIN grading.published_task task ON task.id = g.task_id
        LEFT JOIN organisations.published_place project ON project.id = g.project_id
        WHERE g.round_id = ${roundId} AND g.subject_id = ${subjectId}),
      question AS (
        SELECT q.indicator, q.asked_at, json_build_object('id', q.id, 'taskId', q.task_id, 'question', q.question,
          'askedBy', asker.display_name, 'askedAt', q.asked_at, 'answer', q.answer, 'answeredAt', q.answered_at) AS shown
        FROM grading.published_task task JOIN grading.published_question q ON q.task_id = task.id
        LEFT JOIN accounts.published_account asker ON asker.id = q.asked_by
        WHERE task.round_id = ${roundId} AND task.subject_id = ${subjectId}),
      flag AS (
        SELECT f.indicator, f.raised_at, f.id, json_build_object('id', f.id, 'kind', f.kind, 'params', f.params,
          'settledBy', settler.display_name, 'settledAt', f.settled_at, 'note', f.note) AS shown
        FROM moderation.flag f LEFT JOIN accounts.published_account settler ON settler.id = f.settled_by WHERE f.review_id = ${id}),
      mentioned AS (SELECT indicator FROM grade UNION SELECT indicator FROM question UNION SELECT indicator FROM flag)
      SELECT mentioned.indicator,
        CASE WHEN now.indicator IS NOT NULL THEN json_build_object('state', now.state, 'points', now.points::text, 'pointsExact', now.points_exact,
          'maxExact', now.max_exact, 'numerator', now.numerator, 'denominator', now.denominator, 'value', now.value,
          'provenance', now.provenance, 'reason', now.reason, 'params', now.params) END AS stored,
        (SELECT was.points::text FROM evaluation.published_round earlier
          JOIN evaluation.published_subject last ON last.round_id = earlier.id AND last.kind = s.kind AND last.place_id = s.place_id
            AND last.body_id IS NOT DISTINCT FROM s.body_id
          JOIN evaluation.published_score_row was ON was.run_id = earlier.current_run AND was.subject_id = last.id
            AND was.indicator = mentioned.indicator AND was.state = 'scored'
          WHERE earlier.place_id = round.place_id AND earlier.year = round.year - 1 LIMIT 1) AS before,
        coalesce((SELECT json_agg(shown ORDER BY raised_at, id) FROM flag WHERE flag.indicator = mentioned.indicator), '[]') AS flags,
        coalesce((SELECT json_agg(shown ORDER BY name, second) FROM grade WHERE grade.indicator = mentioned.indicator), '[]') AS grades,
        coalesce((SELECT json_agg(shown ORDER BY asked_at) FROM question WHERE question.indicator = mentioned.indicator), '[]') AS questions,
        (SELECT json_build_object('choice', c.choice, 'reason', c.reason, 'by', chooser.display_name, 'at', c.decided_at)
          FROM moderation.choice c LEFT JOIN accounts.published_account chooser ON chooser.id = c.decided_by
          WHERE c.review_id = ${id} AND c.indicator = mentioned.indicator ORDER BY c.decided_at DESC LIMIT 1) AS chosen
      FROM mentioned JOIN evaluation.published_subject s ON s.id = ${subjectId}
      JOIN evaluation.published_round round ON round.id = s.round_id
      LEFT JOIN evaluation.published_score_row now ON now.run_id = round.current_run AND now.subject_id = s.id
        AND now.indicator = mentioned.indicator`,
  )

const eventsOf = (ctx: Context, id: string) =>
  rows(
    ctx.db,
    sql<Page['events'][number]>`SELECT e.at, account.display_name AS by, e.kind, e.indicator AS row, e.note
      FROM moderation.review_event e LEFT JOIN accounts.published_account account ON account.id = e.by
      WHERE e.review_id = ${id} ORDER BY e.seq DESC`,
  )

async function roundOf(ctx: Context, { subjectId }: ReviewRow) {
  const found = await maybe(
    ctx.db,
    sql<{
      edition: string
      to: string
      tableId: string
    }>`SELECT round.edition, round.period_to AS "to", s.table_id AS "tableId"
      FROM evaluation.published_subject s JOIN evaluation.published_round round ON round.id = s.round_id WHERE s.id = ${subjectId}`,
  )
  if (!found) throw refuse('not-found')
  return found
}
