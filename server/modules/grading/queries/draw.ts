import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { adjustedWord, type DrawPaper, type getDraw } from '../../../../contracts/grading/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { roundResource } from '../../evaluation/index.ts'
import { drawables } from '../draw.ts'
import {
  type DrawResult,
  enteredNumbers,
  evaluatorsIn,
  hasBegun,
  keptDraw,
  loadsOf,
  subjectsToDraw,
} from '../storage/draws.ts'

interface Shown {
  id: string
  year: number
  name: string
  state: string
  placeId: string
}

/** What is published of a round's draw; null before anything was committed to. The seed, and who got what, only after the grading. */
async function paperOf(ctx: Context, { id, year, name }: Shown): Promise<DrawPaper | null> {
  const draw = await keptDraw(ctx.db, id)
  if (!draw) return null
  const { seedHash, numberName, numberOn, committedAt, subjects, seats, number, runAt, result } = draw
  const shown = draw.revealedAt === null ? null : result
  return {
    format: 'gongzhi-draw-3',
    round: { id, year, name },
    commitment: {
      seedHash,
      numberName,
      numberOn,
      committedAt: new Date(committedAt).toISOString(),
      subjects,
      seats,
    },
    number,
    numbers: await enteredNumbers(ctx.db, id),
    drawnAt: runAt,
    seed: draw.revealedAt === null ? null : ctx.keys.open(draw.seedSealed),
    subjects: shown ? counted(shown) : [],
    areas:
      shown?.areas.map(({ seat, districts }) => ({ seat, districts: districts && [...districts] })) ?? [],
    seconds: shown?.seconds ?? 0,
    assignments: shown?.assignments ?? [],
    reassignments: shown ? await adjustments(ctx, id, shown, runAt) : [],
  }
}

/** How many seats each subject was open to; which they are follows from the areas, and from nothing else. */
const counted = ({ subjects, areas }: DrawResult): DrawPaper['subjects'] => {
  const open = new Map(drawables(subjects, areas).map(({ code, seats }) => [code, seats.length]))
  return subjects.map((one) => ({ ...one, seats: open.get(one.code) ?? 0 }))
}

type Changed = DrawPaper['reassignments'][number]

/** What was given otherwise than drawn, before the grading and during it, in one neutral word: illness, work and ties alike. */
async function adjustments(
  ctx: Context,
  roundId: string,
  result: DrawResult,
  at: string | null,
): Promise<Changed[]> {
  const drawn = new Map(result.assignments.map((one) => [one.subject, one]))
  const before = result.given.flatMap(({ subject, first, second }): Changed[] => {
    const was = drawn.get(subject)
    const moves = [
      { from: was?.first ?? null, to: first },
      { from: was?.second ?? null, to: second },
    ]
    return moves
      .filter(({ from, to }) => from !== to)
      .map((move) => ({ subject, ...move, at: at ?? '', why: adjustedWord }))
  })
  return [
    ...before,
    ...(await steppedBack(ctx, roundId)).map((one): Changed => ({ ...one, why: adjustedWord })),
  ]
}

const steppedBack = (ctx: Context, roundId: string) =>
  rows(
    ctx.db,
    sql<
      Omit<Changed, 'why'>
    >`SELECT s.code AS subject, x.from_seat AS from, x.to_seat AS to, x.at FROM grading.recusal x
      JOIN grading.task task ON task.id = x.task_id JOIN evaluation.published_subject s ON s.id = task.subject_id
      WHERE task.round_id = ${roundId} AND task.grader = '考核组' ORDER BY x.at, x.id`,
  )

/** For anybody. */
export async function publicDraw(ctx: Context, id: string): Promise<{ paper: DrawPaper | null }> {
  const round = await maybe(
    ctx.db,
    sql<Shown>`SELECT id, year, name, state, place_id AS "placeId" FROM evaluation.published_round WHERE id = ${id} AND state <> 'closed'`,
  )
  if (!round) throw refuse('not-found')
  return { paper: await paperOf(ctx, round) }
}

/** The draw for those whom the round concerns. @throws 404 when it does not */
export async function drawPage(ctx: Context, id: string): Promise<Answer<typeof getDraw>> {
  const found = await maybe(
    ctx.db,
    sql<
      Shown & { can: Record<string, boolean>; unassigned: number }
    >`SELECT r.id, r.year, r.name, r.state, r.place_id AS "placeId",
        (SELECT count(*)::integer FROM grading.task task WHERE task.round_id = r.id AND task.grader = '考核组' AND task.seat_id IS NULL) AS unassigned,
        ${ctx.policy.can(ctx.actor, roundResource, ['grading.draw'])} AS can
      FROM evaluation.published_round r WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'grading.see-draw', roundResource)}`,
  )
  if (!found) throw refuse('not-found')
  const { can, unassigned, ...round } = found
  const draws = can['grading.draw'] === true
  const [paper, subjects, evaluators, loads, hasGrades] = await Promise.all([
    paperOf(ctx, round),
    subjectsToDraw(ctx.db, id),
    evaluatorsIn(ctx.db, round.placeId, ctx.clock.today()),
    loadsOf(ctx.db, id),
    hasBegun(ctx.db, id),
  ])
  return {
    round: { id, name: round.name, state: round.state },
    paper,
    subjects: subjects.length,
    seats: evaluators.length,
    loads: draws ? loads.map(({ seat, tasks, submitted }) => ({ seat, tasks, submitted })) : [],
    unassigned,
    hasGrades,
    can,
  }
}
