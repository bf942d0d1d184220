import type { Context } from '../../../access/context.ts'
import { refuse } from '../problems.ts'
import { isPlaceFree } from '../storage/pass-lock.ts'
import { failUnfinished, roundsWithUnfinished } from '../storage/rounds.ts'

/** After a start: passes that a killed server left in the middle are told so; until then they would seem to run for ever. */
export async function settleAbandoned({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  for (const roundId of await roundsWithUnfinished(db))
    await db.transaction().execute(async (trx) => {
      if (await isPlaceFree(trx, roundId))
        await failUnfinished(trx, roundId, refuse('run-interrupted').zh, clock.now().toISOString())
    })
}
