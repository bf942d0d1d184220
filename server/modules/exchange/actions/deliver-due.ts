import type { Context } from '../../../access/context.ts'
import { type Audience, recordOutbox, type Telling } from '../../../access/tell.ts'
import type { Trx } from '../../../platform/database/database.ts'
import type { AddressGate } from '../address-gate.ts'
import { post } from '../post.ts'
import { nextTry } from '../rules/pauses.ts'
import { signatureHeaders } from '../signature.ts'
import {
  type Claimed,
  keepAttempt,
  leaveLane,
  markDelivered,
  markFailed,
  rootPlace,
  takeLanes,
  takeNext,
} from '../storage/deliveries.ts'

type Surroundings = Omit<Context, 'actor'>

/**
 * Begins to deliver what is due: one lane a subscription, each for itself, so that a receiver that is silent holds up
 * nobody but itself. Subscriptions are entered by hand and few. @returns the lanes' runs; none of them waits for another
 */
export async function beginDue(
  context: Surroundings,
  gate: AddressGate,
  signal?: AbortSignal,
): Promise<Promise<void>[]> {
  const taken = await takeLanes(context.db, context.clock.now().toISOString())
  return taken.map((id) => runLane(context, gate, id, signal))
}

/** The same, until nothing is due. */
export async function deliverDue(
  context: Surroundings,
  gate: AddressGate,
  signal?: AbortSignal,
): Promise<void> {
  await Promise.all(await beginDue(context, gate, signal))
}

/**
 * One after the other in the order in which the events came about; one that failed goes later. A try is claimed before and
 * marked after it: whoever is killed in between leaves a delivery that is tried again with the same id, before those that
 * came after it, so that the receiver gets it at least once and can drop the second.
 */
async function runLane(
  context: Surroundings,
  gate: AddressGate,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<void> {
  const { db, clock } = context
  for (;;) {
    const next = await takeNext(db, subscriptionId, clock.now().toISOString())
    if (!next) return await leaveLane(db, subscriptionId)
    await deliverOne(context, gate, next, signal)
    if (signal?.aborted) return
  }
}

async function deliverOne(
  context: Surroundings,
  gate: AddressGate,
  claimed: Claimed,
  signal?: AbortSignal,
): Promise<void> {
  const { db, keys, clock } = context
  const { eventId, body, url, secretSealed, formerSecretSealed } = claimed
  const at = clock.now()
  const sealed = [secretSealed, ...(formerSecretSealed === null ? [] : [formerSecretSealed])]
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Gongzhi-Webhooks/1',
    ...signatureHeaders({
      id: eventId,
      body,
      seconds: Math.floor(at.getTime() / 1000),
      secrets: sealed.map((one) => keys.open(one)),
    }),
  }
  const outcome = await post(gate, { url, headers, body, signal })
  // The server is being stopped: nobody knows whether the receiver got it, so it goes again after the start.
  if (outcome.fault !== null && signal?.aborted) return
  await db.transaction().execute(async (trx) => {
    await keepAttempt(trx, claimed.id, at.toISOString(), outcome)
    if (outcome.fault === null) return await markDelivered(trx, claimed.id, at.toISOString())
    const next = nextTry(claimed.tries, at)
    const isLastWord = await markFailed(trx, claimed, next?.toISOString() ?? null)
    if (next === null && isLastWord) await tellGivenUp(trx, context, claimed)
  })
}

/** The administrators hear of it once a day for each receiver, however many events are lost to it. */
async function tellGivenUp(trx: Trx, { keys, clock }: Surroundings, claimed: Claimed): Promise<void> {
  const { subscription, subscriptionId, createdBy } = claimed
  const root = await rootPlace(trx)
  const to: Audience[] = [
    ...(root ? [{ placeId: root, roles: ['system-admin'], reach: 'at' } as const] : []),
    ...(createdBy ? [{ accountId: createdBy }] : []),
  ]
  const telling: Telling = {
    to,
    zh: `向“${subscription}”发送的事件连续多日没有送达，已停止重试。请联系对方检查接收系统，修复后在送达记录中重新送达。`,
    en: `Events for "${subscription}" could not be delivered for days and are no longer tried. Once the receiver works again, send them again from the list of deliveries.`,
    link: `/webhooks/deliveries?state=given-up&subscription=${subscriptionId}`,
    key: `exchange.given-up ${subscriptionId} ${clock.today()}`,
  }
  await recordOutbox(trx, keys, clock.now().toISOString(), { tells: [telling] })
}
