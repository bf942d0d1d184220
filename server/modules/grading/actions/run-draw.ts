import { stages } from '../../../../contracts/evaluation/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Telling } from '../../../access/tell.ts'
import { limitAt } from '../../../rulebook/load.ts'
import { roundResource } from '../../evaluation/index.ts'
import type { Papers } from '../papers.ts'
import { refuse } from '../problems.ts'
import { draw, drawables, tidyNumber } from '../draw.ts'
import { adjust } from '../rules/adjust.ts'
import {
  areasOf,
  type DrawnRound,
  type DrawResult,
  hasBegun,
  keepResult,
  type KeptDraw,
  lockedDraw,
  roundToDraw,
  seatsOf,
  subjectsToDraw,
  tiedPairs,
} from '../storage/draws.ts'
import { seatTasks } from './seat-tasks.ts'

export interface Running {
  id: string
  number: string
  correction: string | null
}

/** 录入公开号码: makes the draw. Another number than the one entered is a correction, with its reason, before the first grade. */
export const runDraw = (papers: Papers) =>
  defineAction({
    verb: 'grading.draw',
    on: ({ id }: Running) => ({ resource: roundResource, id }),
    async run(ctx, { id, number: entered, correction }) {
      const round = await roundToDraw(ctx.db, id)
      const kept = await lockedDraw(ctx.db, id)
      if (!kept) throw refuse('not-committed')
      const number = tidyNumber(entered)
      const audit = { resource: roundResource.name, id }
      if (kept.number === number)
        return {
          answer: countsOf(kept.result),
          audit: { ...audit, summary: `再次录入同一公开号码 ${number}` },
        }
      await mustBeTime(ctx, round, kept, correction)
      const { counts, result, tells } = await drawNow(ctx, papers, round, kept, { number, correction })
      const detail = {
        number,
        before: kept.number,
        correction,
        subjects: result.subjects.length,
      }
      const summary = `录入公开号码 ${number}，随机分配 ${counts.assigned} 个小区，${counts.unassigned} 个无人可考核`
      return { answer: counts, audit: { ...audit, summary, detail }, tells }
    },
  })

async function mustBeTime(
  ctx: Context,
  round: DrawnRound,
  kept: KeptDraw,
  correction: string | null,
): Promise<void> {
  const isLate = stages.findIndex((stage) => stage === round.state) > stages.indexOf('grading')
  if (round.state === 'closed' || isLate) throw refuse('draw-late', { round: round.name })
  if (ctx.clock.today() < kept.numberOn) throw refuse('number-not-out', { day: kept.numberOn })
  if (kept.number === null) return
  if (correction === null) throw refuse('number-differs', { number: kept.number }, { field: 'number' })
  if (await hasBegun(ctx.db, round.id)) throw refuse('draw-graded')
}

async function drawNow(
  ctx: Context,
  { rulebookOf }: Papers,
  round: DrawnRound,
  kept: KeptDraw,
  { number, correction }: Pick<Running, 'number' | 'correction'>,
): Promise<{
  counts: { assigned: number; unassigned: number }
  result: DrawResult
  tells: readonly Telling[]
}> {
  const subjects = await subjectsToDraw(ctx.db, round.id)
  const seats = (await seatsOf(ctx.db, round.id)).map(({ label }) => label)
  const areas = await areasOf(ctx.db, round.id)
  const tied = await tiedPairs(ctx.db, round.id)
  const share = limitAt(await rulebookOf(round.edition), 'second-grader-share', round.periodTo).value
  const seconds = Math.ceil(share.toNumber() * subjects.length)
  const open = drawables(subjects, areas)
  const openTo = new Map(open.map((one) => [one.code, new Set(one.seats)]))
  const seed = ctx.keys.open(kept.seedSealed)
  const assignments = draw({ seed, number, subjects: open, seats, seconds })
  const result: DrawResult = {
    subjects: subjects.map(({ code, name, district }) => ({ code, name, district })),
    areas,
    seconds,
    assignments,
    given: adjust(assignments, {
      open: (subject) => openTo.get(subject) ?? new Set(),
      tied: (seat, subject) => tied.has(`${seat}|${subject}`),
      lot: (subject, other) => ctx.keys.mac(`grading adjust|${round.id}|${subject}|${other}`).toString('hex'),
    }),
  }
  const at = ctx.clock.now().toISOString()
  await keepResult(ctx.db, round.id, { number, result, correction, at, by: ctx.actor.id })
  if (round.state !== 'grading') return { counts: countsOf(result), result, tells: [] }
  return { ...(await seatTasks(ctx.db, round, result)), result }
}

const countsOf = (result: DrawResult | null) => {
  const assigned = result?.given.filter(({ first }) => first !== null).length ?? 0
  return { assigned, unassigned: (result?.given.length ?? 0) - assigned }
}
