import { v7 as uuid } from 'uuid'
import type { Context } from '../../../access/context.ts'
import type { Telling } from '../../../access/tell.ts'
import { editionOf, type Papers, rowOf } from '../papers.ts'
import { readingOf, recordGrades } from '../readings.ts'
import { nextSeat } from '../draw.ts'
import { keptDraw, seatsOf } from '../storage/draws.ts'
import { setAside } from '../storage/grades.ts'
import { keepRecusal, seatsThatMayNot } from '../storage/recusals.ts'
import type { HeldTask } from '../storage/tasks.ts'

/**
 * 回避: takes somebody off a task. A drawn task goes to another seat by lot, an office's to its colleagues; what he
 * graded counts no more, and its versions stay. The caller holds the task.
 */
export async function stepBack(
  ctx: Context,
  papers: Pick<Papers, 'rulebookOf'>,
  task: HeldTask,
  { accountId, reason }: { accountId: string | null; reason: string },
): Promise<{ to: string | null; tells: Telling[] }> {
  const at = ctx.clock.now().toISOString()
  const edition = await editionOf(papers, task.edition, task.periodTo)
  const aside = await setAside(ctx.db, task.id, { accountId, at })
  if (!task.second)
    await recordGrades(
      ctx,
      aside.map(({ indicator, comment, ...said }) =>
        readingOf(task, {
          ...said,
          fact: rowOf(edition, indicator)?.fact ?? '',
          note: comment || '评分人回避，不再计入',
          evidence: 0,
          standing: 'withdrawn',
        }),
      ),
    )
  const to = task.seat === null ? null : await seatAfter(ctx, task)
  const recusal = { id: uuid(), taskId: task.id, accountId, fromSeat: task.seat, toSeat: to }
  const account = await keepRecusal(ctx.db, {
    ...recusal,
    reason,
    at,
    // What was handed in before is graded anew while the round is moderated; what never was is late for good.
    state: task.roundState === 'moderation' && task.state !== 'open' ? 'reopened' : 'open',
  })
  if (account === null) return { to, tells: [] }
  const tell: Telling = {
    to: [{ accountId: account }],
    zh: `“${task.roundName}”转给您一项考核任务：${task.name}`,
    en: `A grading task of ${task.roundName} came to you: ${task.name}`,
    link: `/grading/tasks/${task.id}`,
    key: `grading-given-${recusal.id}`,
  }
  return { to, tells: [tell] }
}

async function seatAfter(ctx: Context, task: HeldTask): Promise<string | null> {
  const draw = await keptDraw(ctx.db, task.roundId)
  if (!draw?.number) return null
  const seats = (await seatsOf(ctx.db, task.roundId)).map(({ label }) => label)
  const mayNot = await seatsThatMayNot(ctx.db, task.id)
  if (task.seat !== null) mayNot.add(task.seat)
  const lot = (seat: string) =>
    ctx.keys.mac(`grading next|${task.roundId}|${task.code}|${seat}`).toString('hex')
  return nextSeat(seats, mayNot, lot)
}
