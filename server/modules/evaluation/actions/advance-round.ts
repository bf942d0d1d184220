import type { Stage } from '../../../../contracts/evaluation/words.ts'
import { defineAction, type Told } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { guard } from '../../../access/guard.ts'
import { figuresAt } from '../papers-of-round.ts'
import { round as roundResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type Procedure, refusalToEnd, roomsOf, toStageRound, unfinishedIn, workOf } from '../procedure.ts'
import { noTerm, stageTitles, termOf, type Transition, wayOnFrom } from '../rules/stages.ts'
import { isPlaceFree } from '../storage/pass-lock.ts'
import { moveRound } from '../storage/round-events.ts'
import { findRound, lockYear, rivalOf, type Round } from '../storage/rounds.ts'
import { allSubjects } from '../storage/subjects.ts'
import { addWorkingDays } from '../../../values/working-days.ts'

export interface RoundToAdvance {
  id: string
  /** The stage that the mover saw: of two who press at once, one moves it. */
  from: Stage
  decision: string | null
}

/** Ends the stage that a round is in and begins the next (A.1.4): one transaction, with what the stages' rooms do. */
export const advanceRound = (procedure: Procedure) =>
  defineAction({
    // A transition may ask for a weightier verb of its own besides.
    verb: 'evaluation.advance-round',
    on: (input: RoundToAdvance) => ({ resource: roundResource, id: input.id }),
    async run(ctx, { id, from, decision }) {
      const round = (await findRound(ctx.db, id)) as Round
      const way = wayOnFrom(round.state)
      if (!way) throw refuse('round-over')
      await guard(ctx, way.verb, { resource: roundResource, id })
      if (round.state !== from) throw refuse('stage-moved')
      if (!(await isPlaceFree(ctx.db, id))) throw refuse('run-running', { seconds: 30 })
      await lockYear(ctx.db, round.year)
      if (way.from === 'open') await refuseRival(ctx, round)
      const unfinished = unfinishedIn(await workOf(ctx, procedure, round, allSubjects(id)))
      const refused = refusalToEnd(ctx, round, way, { unfinished, decision })
      if (refused) throw refused
      const left = await askRooms(ctx, procedure, way.from, 'leave', round)
      await enter(ctx, procedure, round, way, { unfinished, decision })
      const entered = await askRooms(ctx, procedure, way.to, 'enter', (await findRound(ctx.db, id)) as Round)
      const summary = `“${round.name}”由“${stageTitles[way.from]}”进入“${stageTitles[way.to]}”`
      return {
        answer: { stage: way.to },
        audit: { resource: roundResource.name, id, summary, detail: { unfinished, decision } },
        tells: [...left, ...entered].flatMap((told) => told.tells ?? []),
        events: [...left, ...entered].flatMap((told) => told.events ?? []),
      }
    },
  })

/** What people give belongs to the year and the place: two rounds at work on one place would write over each other. */
async function refuseRival(ctx: Context, round: Round): Promise<void> {
  const rival = await rivalOf(ctx.db, round)
  if (rival) throw refuse('rival-round', { name: rival.name }, { clause: '6.8.2' })
}

async function enter(
  ctx: Context,
  { engine, calendar }: Procedure,
  round: Round,
  way: Transition,
  ended: { unfinished: number; decision: string | null },
): Promise<void> {
  const { limit } = figuresAt(await engine.editions.rulebookOf(round.edition), ctx.clock.today())
  const workingDays = way.term === null ? null : Number(limit(way.term))
  const term =
    workingDays === null
      ? noTerm
      : termOf(addWorkingDays(await calendar(ctx.db), ctx.clock.today(), workingDays))
  const data = { stage: way.to, workingDays, ...term, ...ended }
  const at = ctx.clock.now().toISOString()
  await moveRound(ctx.db, round.id, { kind: 'entered', at, data }, ctx.actor.id)
}

/** One after the other: they write in the same transaction. */
async function askRooms(
  ctx: Context,
  procedure: Procedure,
  stage: Stage,
  what: 'enter' | 'leave',
  round: Round,
): Promise<Told[]> {
  const told: Told[] = []
  for (const room of roomsOf(procedure, stage))
    told.push((await room[what]?.(ctx, toStageRound(round, round.dueOn))) ?? {})
  return told
}
