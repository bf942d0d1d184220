import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { type Db, one } from '../../../platform/database/database.ts'

/** Any fixed number; the second key is the round's own. */
const passes = 715_026

const keyOf = (roundId: string) => createHash('sha256').update(`evaluation ${roundId}`).digest().readInt32BE()

/**
 * Tries to take a round's one place for a pass; gone with the connection, or by `giveBack`.
 * @param patienceMs how long to wait for one that has ended a moment ago and is about to give it back
 */
export async function takePlace(holder: pg.PoolClient, roundId: string, patienceMs = 0): Promise<boolean> {
  const text = 'SELECT pg_try_advisory_lock($1, $2) AS got'
  const until = Date.now() + patienceMs
  for (;;) {
    const { rows } = await holder.query<{ got: boolean }>(text, [passes, keyOf(roundId)])
    if (rows[0]?.got === true) return true
    if (Date.now() >= until) return false
    await pause(10)
  }
}

export async function giveBack(holder: pg.PoolClient, roundId: string): Promise<void> {
  await holder.query('SELECT pg_advisory_unlock($1, $2)', [passes, keyOf(roundId)])
}

/** How long to wait for a pass that has ended a moment ago and is about to give its place back. */
const patienceMs = 500

/** Whether no pass of the round runs in any process; the transaction then keeps others from starting one. */
export async function isPlaceFree(trx: Db, roundId: string): Promise<boolean> {
  const until = Date.now() + patienceMs
  for (;;) {
    const { free } = await one(
      trx,
      sql<{
        free: boolean
      }>`SELECT pg_try_advisory_xact_lock(${passes}::integer, ${keyOf(roundId)}::integer) AS free`,
    )
    if (free || Date.now() >= until) return free
    await pause(20)
  }
}
