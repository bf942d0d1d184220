import type { RawBuilder } from 'kysely'
import type { RoundState } from '../../../contracts/evaluation/words.ts'
import { type Db, put } from '../../platform/database/database.ts'
import { holdRound as hold, holdRounds, shareYear } from './storage/rounds.ts'

/**
 * The stage of a round, which nobody ends until the caller's transaction has: who reads a stage to act by it reads it here.
 * Whoever ends the stage meanwhile waits for the caller; where he was first, the caller waits and is answered the new stage.
 * @throws when there is no such round
 */
export const holdRound = async (trx: Db, roundId: string): Promise<RoundState> =>
  (await hold(trx, roundId)).state

/**
 * The same for the rounds that records belong to: what the caller reads of their stages afterwards stays true.
 * @param roundIds a query of the rounds' ids
 */
export const holdRoundsOf = (trx: Db, roundIds: RawBuilder<unknown>): Promise<void> =>
  holdRounds(trx, roundIds)

/**
 * The same for what belongs to a year and a place, of whichever round: no round of the year enters another stage. Shared by
 * many at once, without a trace on the round's row, for facts are recorded by thousands.
 */
export async function holdYears(trx: Db, years: readonly number[]): Promise<void> {
  for (const year of [...new Set(years)].sort((a, b) => a - b)) await put(trx, shareYear(year))
}
