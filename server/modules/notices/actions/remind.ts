import { type Actor, visitor } from '../../../access/actor.ts'
import type { Context } from '../../../access/context.ts'
import { recordOutbox } from '../../../access/tell.ts'
import type { ReminderSource } from '../../reminder-source.ts'
import { claimReminders, countReminders, lastReminded } from '../storage/reminder-runs.ts'

const hour = 3_600_000
/** Asia/Shanghai; nobody is reminded at night. */
const morning = 8

/** The latest day whose morning has come, 'YYYY-MM-DD'. */
export const lastMorning = (now: Date) =>
  new Date(now.getTime() + (8 - morning) * hour).toISOString().slice(0, 10)

/**
 * Asks every source whose morning has come, once. After days without a server it is asked once for all of them, with
 * today's day; a source that has never been asked waits for its first morning.
 */
export async function remind(
  context: Omit<Context, 'actor'>,
  sources: readonly ReminderSource[],
  day: string,
): Promise<void> {
  const { db, clock, keys } = context
  const today = clock.today()
  const system: Actor = { ...visitor(today), displayName: '系统' }
  const ask = async (source: ReminderSource) => {
    const last = await lastReminded(db, source.name)
    if (last === null ? day < today : last >= day) return
    await db.transaction().execute(async (trx) => {
      const at = clock.now().toISOString()
      if (!(await claimReminders(trx, source.name, day, at))) return
      const tells = await source.due({ ...context, db: trx, actor: system }, today)
      await recordOutbox(trx, keys, at, { tells })
      await countReminders(trx, source.name, day, tells.length)
    })
  }
  const faults: unknown[] = []
  // One source that fails is asked again in the next round; the others' reminders do not wait for it.
  for (const source of sources) await ask(source).catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
