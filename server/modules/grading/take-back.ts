import type { Context } from '../../access/context.ts'
import type { Telling } from '../../access/tell.ts'
import { stepBack } from './actions/step-back.ts'
import type { Papers } from './papers.ts'
import { task as taskResource } from './policy.ts'
import { barredWork } from './storage/barred-work.ts'
import { holdTasks } from './storage/tasks.ts'

/**
 * 回避, found afterwards: before the result is out the work of whoever is bound to its subject is taken back (A.1.4). His
 * grades are set aside, the task goes to the next seat or to his colleagues, and the moderators are told where it had been
 * handed in.
 * @param of one account that has declared a tie, or one round for posts that have appeared since
 */
export async function takeBackBarred(
  ctx: Context,
  papers: Pick<Papers, 'rulebookOf'>,
  of: { accountId: string } | { roundId: string },
): Promise<{ tasks: number; tells: Telling[] }> {
  const barred = await barredWork(ctx.db, of)
  const may = ctx.policy.filter(ctx.actor, 'grading.see-tasks', taskResource)
  const held = await holdTasks(
    ctx.db,
    barred.map(({ taskId }) => taskId),
    may,
  )
  const tells: Telling[] = []
  for (const { taskId, accountId } of barred) {
    const task = held.get(taskId)
    if (!task) continue
    tells.push(...(await stepBack(ctx, papers, task, { accountId, reason: '须回避' })).tells)
    if (task.state !== 'open')
      tells.push({
        to: [{ placeId: task.subjectPlaceId, roles: ['city-official', 'district-official'], reach: 'above' }],
        zh: `“${task.roundName}”${task.name}的一项考核因评分人须回避已收回重评（A.1.4），重评后请重新计算并复核`,
        en: `A grading of ${task.name} in ${task.roundName} was taken back, its grader being bound to it: it is graded anew, then to be confirmed again`,
        link: `/moderation?round=${task.roundId}`,
        key: `grading-taken-back-${task.id}-${ctx.clock.now().toISOString()}`,
      })
  }
  return { tasks: new Set(barred.map(({ taskId }) => taskId)).size, tells }
}
