import type { RawBuilder } from 'kysely'
import type { Stage } from '../../../contracts/evaluation/words.ts'
import type { Context } from '../../access/context.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Refusal } from '../../platform/problems/refusal.ts'
import type { Calendar } from '../../values/working-days.ts'
import type { StageRoom, StageRound, WorkDone } from '../stage-room.ts'
import { refuse } from './problems.ts'
import { cannotEnd, stageTitles, type Transition } from './rules/stages.ts'
import type { Engine } from './scoring-engine.ts'
import type { Round } from './storage/rounds.ts'

/** What the stages of a round are run with. */
export interface Procedure {
  engine: Engine
  /** The working days as they are known now. */
  calendar(db: Db): Promise<Calendar>
  /** What other modules do in a stage; app.ts gathers them from their doors. */
  rooms(): readonly StageRoom[]
}

export type LinkedWork = WorkDone & { link: string | null }

/** The work of the round's stage over the given subjects. */
export async function workOf(
  ctx: Context,
  { rooms }: Procedure,
  round: Round,
  subjects: RawBuilder<unknown>,
): Promise<LinkedWork[]> {
  const asked = rooms().filter((room) => room.stage === round.state)
  const found = await Promise.all(
    asked.map(async (room) => {
      const works = (await room.progress?.(ctx, toStageRound(round, round.dueOn), subjects)) ?? []
      return works.map((work) => ({ ...work, link: room.link?.(round.id) ?? null }))
    }),
  )
  return found.flat()
}

export const unfinishedIn = (works: readonly WorkDone[]): number =>
  works.reduce((sum, { total, done }) => sum + total - done, 0)

/** Why the way cannot be taken today, in words; undefined where it can. */
export function refusalToEnd(
  ctx: Context,
  round: Round,
  way: Transition,
  by: { unfinished: number; decision: string | null },
): Refusal | undefined {
  const { dueOn, dueProvisional: provisional } = round
  const why = cannotEnd({ ...by, waits: way.waits, dueOn, provisional, today: ctx.clock.today() })
  if (!why) return undefined
  const params = { stage: stageTitles[way.from], day: why.day ?? '', count: why.count ?? 0 }
  return refuse(why.code, params, { clause: 'A.1.4' })
}

export const toStageRound = (round: Round, dueOn: string | null): StageRound => ({
  id: round.id,
  year: round.year,
  name: round.name,
  edition: round.edition,
  placeId: round.placeId,
  from: round.from,
  to: round.to,
  currentRun: round.currentRun,
  dueOn,
})

/** The rooms of a stage, in the order of the modules. */
export const roomsOf = ({ rooms }: Procedure, stage: Stage): StageRoom[] =>
  rooms().filter((room) => room.stage === stage)
