import type { Order, OrderState } from '../../../../contracts/petitions/hotline.ts'
import { defineAction, type Done } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { parseMobile } from '../../../values/phone.ts'
import { advance } from './advance.ts'
import { fileClaim, sealedPhone } from './file-claim.ts'
import { movedEvents } from './moved-events.ts'
import type { KnownClient } from '../storage/clients.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../system-problems.ts'
import { claim as claimResource } from '../policy.ts'
import type { ClaimEvent } from '../rules/events.ts'
import { mayFollow } from '../rules/transitions.ts'
import type { Scene } from './advance.ts'
import {
  holdOrder,
  insertOrder,
  isChoosable,
  orderOf,
  placeByCode,
  setRevision,
} from '../storage/hotline-orders.ts'

interface Sent {
  client: KnownClient
  order: Order
}
type Taken = OrderState & { isNew: boolean }

/** For what the hotline has not sorted, or sorts by words that are not ours. */
const unsorted = '1599'

/**
 * 12345 转办: the first that is heard of an order files its claim, whatever change it is; a later revision is followed, an
 * older or repeated one changes nothing and gets the state as it is.
 */
export const takeOrder = (means: PetitionMeans) =>
  defineAction({
    verb: 'petitions.file-by-key',
    // The signature was checked before; it bounds the order to the client's place.
    on: () => 'anywhere' as const,
    async run(ctx, { client, order }: Sent): Promise<Done<Taken>> {
      await holdOrder(ctx.db, client.id, order.orderNumber)
      const known = await orderOf(ctx.db, client.id, order.orderNumber, { lock: true })
      if (!known) return await first(ctx, means, client, order)
      const { claimId, ...state } = known
      if (order.revision <= known.revision)
        return {
          answer: { ...state, isNew: false },
          audit: {
            resource: claimResource.name,
            id: claimId,
            summary: `12345 工单 ${order.orderNumber} 重复送达`,
          },
        }
      await setRevision(ctx.db, client.id, order.orderNumber, order.revision)
      const events = await followOrder(ctx, means, claimId, order)
      const now = (await orderOf(ctx.db, client.id, order.orderNumber)) ?? known
      const { claimId: _, ...answer } = now
      return {
        answer: { ...answer, isNew: true },
        audit: {
          resource: claimResource.name,
          id: claimId,
          summary: `12345 工单 ${order.orderNumber} 变更`,
          detail: { step: order.step, revision: order.revision },
        },
        events,
      }
    },
  })

async function first(
  ctx: Context,
  means: PetitionMeans,
  client: KnownClient,
  order: Order,
): Promise<Done<Taken>> {
  const place = await placeByCode(ctx.db, client.id, order.placeCode)
  if (!place) throw refuse('order-place-unknown', { code: order.placeCode }, { field: 'placeCode' })
  const isSorted = order.category !== undefined && (await isChoosable(ctx.db, order.category))
  const phone = order.reporterPhone ? parseMobile(order.reporterPhone) : undefined
  const filed = await fileClaim(ctx, means, {
    channel: 'hotline-12345',
    intakeKey: null,
    category: isSorted ? (order.category as string) : unsorted,
    placeId: place.id,
    spot: order.spot,
    content: order.content,
    reporter: {
      name: order.reporterName || null,
      // A landline, or a number cut short, is the hotline's to call: it has the whole of it.
      phone: phone?.ok ? sealedPhone(ctx, phone.value) : null,
      isVerified: false,
    },
    isSealed: order.sealed,
    agreesToPublish: false,
    documentIds: [],
    latitude: null,
    longitude: null,
    isVouchedFor: isSorted,
    isBounded: false,
  })
  const { orderNumber, revision } = order
  const { id } = filed.answer
  const at = ctx.clock.now().toISOString()
  await insertOrder(ctx.db, { clientId: client.id, orderNumber, claimId: id, revision, at })
  // Its opening was lost, or comes after its end: what it is now is what counts.
  const events = order.step === 'withdrawn' ? await followOrder(ctx, means, id, order) : []
  const { claimId: _, ...state } = (await orderOf(ctx.db, client.id, orderNumber)) as OrderState & {
    claimId: string
  }
  return { ...filed, answer: { ...state, isNew: true }, events: [...(filed.events ?? []), ...events] }
}

async function followOrder(ctx: Context, means: PetitionMeans, claimId: string, order: Order) {
  const advanced = await advance(ctx, means, claimId, (scene) => [eventOf(scene, order)])
  return advanced.before.state === advanced.claim.state ? [] : await movedEvents(ctx, advanced)
}

/** What the claim's state has no room for any more is kept as a note, so that nothing the hotline says is lost. */
function eventOf({ claim, now }: Scene, { step, orderNumber, content }: Order): ClaimEvent {
  const stamp = { at: now, by: null }
  const note = `12345 工单 ${orderNumber}：${content}`
  if (step === 'urged' && mayFollow(claim.state, 'urged')) return { kind: 'urged', ...stamp, data: { note } }
  if (step === 'withdrawn' && mayFollow(claim.state, 'withdrawn'))
    return { kind: 'withdrawn', ...stamp, data: { reason: note } }
  return { kind: 'noted', ...stamp, data: { note } }
}
