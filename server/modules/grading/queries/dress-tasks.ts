import { type RawBuilder, sql } from 'kysely'
import type { GradingTask } from '../../../../contracts/grading/task-shapes.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { EditionRow } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { editionOf, type Papers, rowOf } from '../papers.ts'
import { wordsOf } from '../rules/departs.ts'
import { gradeKey, keptGrades } from '../storage/kept-grades.ts'
import { type Proposals, proposalsFor } from '../storage/proposals.ts'

type TaskRow = GradingTask['rows'][number]

interface Found extends Omit<GradingTask, 'rows'> {
  rows: string[]
  projectId: string | null
  year: number
  edition: string
  periodFrom: string
  periodTo: string
  tableId: string
}

export type DressedTask = GradingTask & { tableId: string; edition: string; periodTo: string }

/**
 * Tasks whole, with rubric, proposals and grades, nearest first.
 * @param which over the aliases `r` (task) and `round`
 */
export async function dressTasks(
  ctx: Context,
  papers: Papers,
  which: RawBuilder<boolean>,
): Promise<DressedTask[]> {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT r.id, r.round_id AS "roundId", round.name AS "roundName", round.state AS stage, round.stage_due_on AS "dueOn",
        round.stage_due_provisional AS "dueProvisional", r.subject_id AS "subjectId", s.kind AS "subjectKind", s.name AS "subjectName",
        s.code AS "subjectCode", s.district_name AS "districtName", coalesce(s.street_name, street.name) AS "streetName",
        project.name AS "projectName", r.project_id AS "projectId",
        r.grader, seat.label AS seat, r.second, r.state, CASE WHEN r.grader <> '考核组' THEN taker.display_name END AS "takenBy", r.rows, round.year, round.edition,
        round.period_from AS "periodFrom", round.period_to AS "periodTo", s.table_id AS "tableId"
      FROM grading.task r JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_subject s ON s.id = r.subject_id
      LEFT JOIN organisations.published_place project ON project.id = r.project_id
      LEFT JOIN organisations.published_place community ON community.id = project.parent_id
      LEFT JOIN organisations.published_place street ON street.id = community.parent_id
      LEFT JOIN grading.seat seat ON seat.id = r.seat_id LEFT JOIN accounts.published_account taker ON taker.id = r.taken_by
      WHERE ${which}
      ORDER BY (r.state = 'submitted'), round.stage_due_on, "districtName", "streetName", s.name, project.name, r.id`,
  )
  const ids = found.map(({ id }) => id)
  const grades = await keptGrades(ctx.db, ctx.actor.id, ids)
  const questions = await openQuestionsOf(ctx, ids)
  const editionRows = new Map<string, EditionRow[]>()
  for (const task of found) {
    const edition = await editionOf(papers, task.edition, task.periodTo)
    editionRows.set(
      task.id,
      task.rows.flatMap((id) => rowOf(edition, id) ?? []),
    )
  }
  const rowsOf = (task: Found) => editionRows.get(task.id) ?? []
  const proposals = await proposalsFor(
    ctx.db,
    papers,
    found.map((task) => ({
      ...task,
      kind: task.subjectKind,
      facts: rowsOf(task).flatMap((row) => row.fact ?? []),
    })),
  )
  return found.map((task) => {
    const { projectId: _, year: _year, periodFrom: _from, ...shown } = task
    const dressed = rowsOf(task).map((row) => ({
      ...dressRow(row, proposals, task),
      grade: grades.get(gradeKey(task.id, row.id)) ?? null,
      question: questions.get(gradeKey(task.id, row.id)) ?? null,
    }))
    return { ...shown, rows: dressed }
  })
}

function dressRow(row: EditionRow, proposals: Proposals, task: Found): Omit<TaskRow, 'grade' | 'question'> {
  const fact = row.factDefinition
  const shape = fact?.shape ?? ''
  return {
    id: row.id,
    level1: row.level1,
    level1En: row.level1En,
    level2: row.level2,
    level2En: row.level2En,
    indicator: row.indicator,
    indicatorEn: row.indicatorEn,
    points: Fraction.parse(row.points).toDecimal(4),
    mechanism: row.mechanism,
    fact: fact?.id ?? '',
    factTitle: fact?.title ?? '',
    factTitleEn: fact?.titleEn ?? '',
    shape,
    levels: Object.keys(fact?.levels ?? {}),
    rubric:
      row.mechanism === 'grade'
        ? row.rubric.map(({ level, share, signs, signsEn }) => ({ level, share, signs, signsEn }))
        : [],
    evidenceAsked: [...row.evidence],
    clause: row.clauses[0] ?? null,
    proposals: proposals.of(task, fact?.id ?? '').map(({ provenance, note, evidence, ...said }) => ({
      provenance,
      said: inDecimals(said),
      words: wordsOf(said, shape),
      note,
      evidence,
    })),
  }
}

type Said = TaskRow['proposals'][number]['said']

/** Computed values come as they lie in the records, such as 1e3 or 0.50. */
function inDecimals(said: Said): Said {
  const decimal = (text: string | null) => (text === null ? null : Fraction.parse(text).toDecimal(12))
  return {
    ...said,
    numerator: decimal(said.numerator),
    denominator: decimal(said.denominator),
    value: decimal(said.value),
  }
}

async function openQuestionsOf(ctx: Context, taskIds: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(
    ctx.db,
    sql<{
      taskId: string
      row: string
      question: string
    }>`SELECT task_id AS "taskId", indicator AS row, question FROM grading.question
      WHERE task_id = ANY(${[...taskIds]}::uuid[]) AND answered_at IS NULL ORDER BY asked_at`,
  )
  return new Map(found.map(({ taskId, row, question }) => [gradeKey(taskId, row), question]))
}
