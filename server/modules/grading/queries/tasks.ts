import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getTask, listTasks, myTasks, TaskListRow } from '../../../../contracts/grading/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { documentsOf } from '../../documents/index.ts'
import { containing, paged, within } from '../../organisations/index.ts'
import { editionOf, type Papers } from '../papers.ts'
import { task } from '../policy.ts'
import { dressTasks } from './dress-tasks.ts'

const grading = 'grading.grade'
const seeing = 'grading.see-tasks'
const offered = [grading, 'grading.take-task']

/** What a phone takes along: the asker's tasks of rounds that are being graded, or that moderators sent back. */
export async function tasksToTake(
  ctx: Context,
  papers: Papers,
  round: string | undefined,
): Promise<Answer<typeof myTasks>> {
  const of = round ? sql`AND r.round_id = ${round}` : sql``
  const dressed = await dressTasks(
    ctx,
    papers,
    sql<boolean>`${ctx.policy.filter(ctx.actor, grading, task)} AND (round.state = 'grading' OR (round.state = 'moderation' AND r.state = 'reopened')) ${of}`,
  )
  const tasks = dressed.map(({ tableId: _, edition: _edition, periodTo: _to, ...shown }) => shown)
  return { tasks, at: ctx.clock.now().toISOString() }
}

/** Tasks in sight, page by page: those to be done first; of rounds being graded or moderated, unless one is named. */
export async function taskList(
  ctx: Context,
  query: Received<typeof listTasks>['query'],
): Promise<{ rows: TaskListRow[]; next: string | null }> {
  const { round, mine, grader, state, place, text, after, limit } = query
  const key = sql`concat_ws('_', (r.state = 'submitted')::integer, s.district_name, s.name, coalesce(project.name, ''), r.id)`
  const found = await rows(
    ctx.db,
    sql<
      TaskListRow & { key: string }
    >`SELECT * FROM (SELECT ${key} AS key, r.id, r.round_id AS "roundId", round.name AS "roundName",
        r.subject_id AS "subjectId", s.kind AS "subjectKind", s.name AS "subjectName", s.code AS "subjectCode", project.name AS "projectName",
        s.district_name AS "districtName", s.street_name AS "streetName", r.grader, seat.label AS seat, r.second, r.state,
        CASE WHEN r.grader <> '考核组' THEN taker.display_name END AS "takenBy",
        cardinality(r.rows) AS rows,
        (SELECT count(*)::integer FROM grading.grade g WHERE g.task_id = r.id AND g.set_aside_at IS NULL) AS graded,
        (SELECT count(*)::integer FROM grading.question q WHERE q.task_id = r.id AND q.answered_at IS NULL) AS questions,
        round.state AS stage, round.stage_due_on AS "dueOn", round.stage_due_provisional AS "dueProvisional", r.submitted_at AS "submittedAt",
        ${ctx.policy.can(ctx.actor, task, offered)} AS can
      FROM grading.task r JOIN evaluation.published_round round ON round.id = r.round_id AND round.state <> 'closed'
      JOIN evaluation.published_subject s ON s.id = r.subject_id LEFT JOIN organisations.published_place project ON project.id = r.project_id
      LEFT JOIN grading.seat seat ON seat.id = r.seat_id LEFT JOIN accounts.published_account taker ON taker.id = r.taken_by
      WHERE ${mine ? ctx.policy.filter(ctx.actor, grading, task) : ctx.policy.filter(ctx.actor, seeing, task)}
        ${round ? sql`AND r.round_id = ${round}` : sql`AND round.state IN ('grading', 'moderation')`} ${grader ? sql`AND r.grader = ${grader}` : sql``}
        ${state ? sql`AND r.state = ${state}` : sql``} ${place ? sql`AND ${within('r.place_id', place)}` : sql``}
        ${text ? sql`AND (lower(s.name) LIKE ${containing(text)} OR s.code LIKE ${containing(text)} OR lower(project.name) LIKE ${containing(text)})` : sql``}
      ) shown WHERE true ${after ? sql`AND key > ${after}` : sql``} ORDER BY key ${limitTo(limit + 1)}`,
  )
  const page = paged(found, limit, (row) => row.key)
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) }
}

interface Handed {
  attendance: { who: string; signatureDocumentId: string | null }[]
  sheetDocumentId: string | null
  note: string
  submittedAt: string | null
  abstained: number
  questions: Answer<typeof getTask>['questions']
  can: Record<string, boolean>
}

/** @throws 404 when there is none, or out of sight */
export async function taskPage(ctx: Context, papers: Papers, id: string): Promise<Answer<typeof getTask>> {
  const inSight = sql<boolean>`(${ctx.policy.filter(ctx.actor, seeing, task)} OR ${ctx.policy.filter(ctx.actor, grading, task)})`
  const [dressed] = await dressTasks(ctx, papers, sql<boolean>`r.id = ${id} AND ${inSight}`)
  const handed = await maybe(
    ctx.db,
    sql<Handed>`SELECT r.attendance, r.sheet_document_id AS "sheetDocumentId", r.note, r.submitted_at AS "submittedAt", r.abstained,
        coalesce((SELECT json_agg(json_build_object('id', q.id, 'row', q.indicator, 'question', q.question, 'askedAt', q.asked_at,
          'answer', q.answer, 'answeredAt', q.answered_at) ORDER BY q.asked_at DESC) FROM grading.question q WHERE q.task_id = r.id), '[]'::json) AS questions,
        ${ctx.policy.can(ctx.actor, task, offered)} AS can
      FROM grading.task r WHERE r.id = ${id} AND ${inSight}`,
  )
  if (!dressed || !handed) throw refuse('not-found')
  const held = await documentsOf(ctx.db, task.name, [id])
  const evidence = (documentId: string | null) => {
    const one = held.find((document) => document.id === documentId)
    if (!one) return null
    const { recordId: _, ...shown } = one
    return shown
  }
  const { tableId, edition, periodTo, ...shown } = dressed
  return {
    tableTitle: (await editionOf(papers, edition, periodTo)).tables[tableId]?.title ?? tableId,
    task: shown,
    attendance: handed.attendance.map(({ who, signatureDocumentId }) => ({
      who,
      signature: evidence(signatureDocumentId),
    })),
    sheet: evidence(handed.sheetDocumentId),
    note: handed.note,
    submittedAt: handed.submittedAt,
    abstained: handed.abstained,
    questions: handed.questions,
    can: handed.can,
  }
}
