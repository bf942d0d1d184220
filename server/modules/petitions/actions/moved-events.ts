import type { Context } from '../../../access/context.ts'
import type { DomainEvent } from '../../../access/tell.ts'
import { ordersOfClaim } from '../storage/hotline-orders.ts'
import { placeCode } from '../storage/place-code.ts'
import type { Advanced } from './advance.ts'

/**
 * What other systems learn when a claim's state has changed: nothing of who reported, and no words of it. Of a work
 * order of 12345 its own number besides.
 */
export async function movedEvents(
  ctx: Context,
  { filed, claim }: Pick<Advanced, 'filed' | 'claim'>,
): Promise<DomainEvent[]> {
  const { number } = filed
  const { state, outcome } = claim
  const place = await placeCode(ctx.db, filed.placeId)
  const day = ctx.clock.today()
  const moved = {
    name: 'petitions.claim-moved',
    data: { number, state, outcome, category: filed.category, place, day },
  }
  if (filed.channel !== 'hotline-12345') return [moved]
  const orders = await ordersOfClaim(ctx.db, filed.id)
  const at = ctx.clock.now().toISOString()
  return [
    moved,
    ...orders.map((order) => ({
      name: 'petitions.order-moved',
      data: { ...order, number, state, outcome, at },
    })),
  ]
}
