import { sql } from 'kysely'
import type { Stage } from '../../../../contracts/evaluation/words.ts'
import { one } from '../../../platform/database/database.ts'
import type { TestApp } from '../../../platform/testing/app.ts'
import { moveRound } from '../storage/round-events.ts'
import { lockYear } from '../storage/rounds.ts'

const mostMs = 10_000

/**
 * Sends while another connection has moved the round on and not yet committed, as advancing does; commits once what was
 * sent waits for it. @returns what was answered
 * @throws when it was answered without waiting
 */
export async function whileMoving<T>(
  app: TestApp,
  round: { id: string; year: number; to: Stage },
  send: () => Promise<T>,
): Promise<T> {
  const at = app.context.clock.now().toISOString()
  const data = {
    stage: round.to,
    workingDays: null,
    dueOn: null,
    provisional: null,
    unfinished: 0,
    decision: null,
  }
  const sent = await app.database.db.transaction().execute(async (trx) => {
    await sql`SELECT FROM evaluation.round WHERE id = ${round.id} FOR NO KEY UPDATE`.execute(trx)
    await lockYear(trx, round.year)
    await moveRound(trx, round.id, { kind: 'entered', at, data }, null)
    const answer = { is: undefined as T | undefined }
    const going = send().then((done) => {
      answer.is = done
      return done
    })
    for (const until = Date.now() + mostMs; ; ) {
      if (answer.is !== undefined) throw new Error(`answered without waiting: ${JSON.stringify(answer.is)}`)
      if (await anyWaits(app)) return { going }
      if (Date.now() > until) throw new Error('nobody came to wait')
      await new Promise((next) => setTimeout(next, 10))
    }
  })
  return await sent.going
}

/** Whether a connection of this database waits for what another holds. */
const anyWaits = async (app: TestApp): Promise<boolean> =>
  (
    await one(
      app.database.db,
      sql<{ waits: boolean }>`SELECT EXISTS (SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`,
    )
  ).waits
