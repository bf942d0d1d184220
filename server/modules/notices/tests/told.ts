import { vi } from 'vitest'
import { recordOutbox, type Telling } from '../../../access/tell.ts'
import { wakeOutbox } from '../../../platform/outbox/wake.ts'
import type { TestApp } from '../../../platform/testing/app.ts'

/** What a finished action would have left in the outbox. */
export async function tell(app: TestApp, ...tells: Telling[]): Promise<void> {
  const { db, keys, clock } = app.context
  await db.transaction().execute((trx) => recordOutbox(trx, keys, clock.now().toISOString(), { tells }))
  wakeOutbox(db)
}

export const outboxSize = async (app: TestApp): Promise<number> =>
  Number((await app.database.pool.query(`SELECT count(*)::integer AS n FROM platform.outbox`)).rows[0].n)

/** Waits until the workers have passed everything on. */
export const drained = (app: TestApp) =>
  vi.waitFor(
    async () => {
      if ((await outboxSize(app)) > 0) throw new Error('still in the outbox')
    },
    { timeout: 10_000, interval: 20 },
  )
