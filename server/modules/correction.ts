import type { Told } from '../access/action.ts'
import type { Context } from '../access/context.ts'
import type { StageRound } from './stage-room.ts'

/**
 * What follows when a final result was found wrong and has been scored and published again (更正). Called in that
 * transaction; app.ts hands it to the module that corrects, which merges what is told. @param reason as decided
 */
export type WhenCorrected = (ctx: Context, round: StageRound, reason: string) => Promise<Told>
