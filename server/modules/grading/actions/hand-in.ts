import type { Received } from '../../../../contracts/endpoint.ts'
import type { submitTask } from '../../../../contracts/grading/staff.ts'
import { defineAction } from '../../../access/action.ts'
import { attachDocuments } from '../../documents/index.ts'
import { task as taskResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { ungradedRows } from '../storage/grades.ts'
import { openQuestions } from '../storage/questions.ts'
import { abstainedFrom, type HeldTask, holdTasks, markSubmitted, markTaken } from '../storage/tasks.ts'

type Handing = Received<typeof submitTask>['body'] & { id: string }

/**
 * 提交考核任务: all rows graded or excused, all questions answered. Handed in again, it stays as it is. In moderation only
 * what a moderator sent back is handed in: what was late in the stage is late for good.
 */
export const handIn = defineAction({
  verb: 'grading.grade',
  on: ({ id }: Handing) => ({ resource: taskResource, id }),
  async run(ctx, { id, attendance, sheetDocumentId, note }) {
    const may = ctx.policy.filter(ctx.actor, 'grading.grade', taskResource)
    const task = (await holdTasks(ctx.db, [id], may)).get(id) as HeldTask
    const audit = { resource: taskResource.name, id }
    if (task.state === 'submitted')
      return {
        answer: { state: task.state },
        audit: { ...audit, summary: `再次提交考核任务：${task.name}（无变化）` },
      }
    const sentBack = task.roundState === 'moderation' && task.state === 'reopened'
    if (task.roundState !== 'grading' && !sentBack) throw refuse('stage-over', { round: task.roundName })
    const missing = await ungradedRows(ctx.db, id)
    if (missing.length > 0) throw refuse('rows-ungraded', { count: missing.length, rows: few(missing) })
    const questions = await openQuestions(ctx.db, id)
    if (questions.length > 0) throw refuse('questions-open', { count: questions.length })
    const signatures = attendance.flatMap(({ signatureDocumentId }) => signatureDocumentId ?? [])
    await attachDocuments(ctx.db, ctx, {
      ids: [...signatures, ...(sheetDocumentId ? [sheetDocumentId] : [])],
      resource: taskResource.name,
      recordId: id,
      placeId: task.projectId ?? task.subjectPlaceId,
      bodyId: null,
    })
    const at = ctx.clock.now().toISOString()
    if (task.takenBy === null && task.grader !== '考核组') await markTaken(ctx.db, [id], ctx.actor.id, at)
    const abstained = await abstainedFrom(ctx.db, id, ctx.clock.today())
    await markSubmitted(ctx.db, id, {
      by: ctx.actor.id,
      at,
      attendance: attendance.map(({ who, signatureDocumentId }) => ({
        who,
        signatureDocumentId: signatureDocumentId ?? null,
      })),
      sheetDocumentId: sheetDocumentId ?? null,
      note,
      abstained,
    })
    const summary = `提交考核任务：${task.name}，${task.rows.length} 项，到场 ${attendance.length} 人，回避 ${abstained} 人`
    return { answer: { state: 'submitted' as const }, audit: { ...audit, summary } }
  },
})

const few = (rows: readonly string[]) => rows.slice(0, 8).join('、') + (rows.length > 8 ? '…' : '')
