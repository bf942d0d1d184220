import type { RawBuilder } from 'kysely'
import type { Role } from '../../contracts/accounts/words.ts'
import type { Stage } from '../../contracts/evaluation/words.ts'
import type { Told } from '../access/action.ts'
import type { Context } from '../access/context.ts'

/** The round that a stage belongs to, as it is when the stage is entered or left. */
export interface StageRound {
  id: string
  year: number
  name: string
  edition: string
  placeId: string
  from: string
  to: string
  currentRun: number | null
  /** Last day of the stage being entered; null where it has no term or the calendar does not know it yet. */
  dueOn: string | null
}

/** How far one role is in one district with one kind of work. */
export interface WorkDone {
  districtId: string | null
  districtName: string | null
  role: Role
  zh: string
  en: string
  total: number
  done: number
}

/** What a module does in a stage of a round. app.ts hands the rooms to evaluation, which imports none of them. */
export interface StageRoom {
  stage: Stage
  /** Work that the stage waits for, over the given subjects of the round (relation with published_subject's columns). One statement. */
  progress?(ctx: Context, round: StageRound, subjects: RawBuilder<unknown>): Promise<WorkDone[]>
  /** Where a person does that work, or sees how far it is. */
  link?(roundId: string): string
  /** What entering the stage sets going, in the transition's transaction. @throws to refuse the transition */
  enter?(ctx: Context, round: StageRound): Promise<Told>
  /** What leaving it settles, before the next stage is entered. @throws to refuse the transition */
  leave?(ctx: Context, round: StageRound): Promise<Told>
}
