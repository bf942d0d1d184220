import { evaluationEvents } from '../../../../contracts/exchange/events.ts'
import { createSubscription, listDeliveries } from '../../../../contracts/exchange/staff.ts'
import { recordOutbox } from '../../../access/tell.ts'
import { wakeOutbox } from '../../../platform/outbox/wake.ts'
import type { Person, TestApp } from '../../../platform/testing/app.ts'

const [, final] = evaluationEvents

/** What a finished action would have left in the outbox: results with these ranks. */
export async function publish(app: TestApp, ...ranks: number[]): Promise<void> {
  const { db, keys, clock } = app.context
  const events = ranks.map((rank) => ({ name: final.name, data: { ...final.example, rank } }))
  await db.transaction().execute((trx) => recordOutbox(trx, keys, clock.now().toISOString(), { events }))
  wakeOutbox(db)
}

export const rankOf = (body: string) => (JSON.parse(body) as { data: { rank: number } }).data.rank

export async function subscribe(admin: Person, url: string, name = '信用平台（演示）') {
  const { status, body } = await admin.call(createSubscription, { body: { name, url, events: [final.name] } })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

/** States and tries of a subscription's deliveries, as the list shows them, oldest first. */
export async function deliveriesOf(admin: Person, subscription: string) {
  const { body } = await admin.call(listDeliveries, { query: { subscription, limit: 200 } })
  return body.rows.toReversed()
}
