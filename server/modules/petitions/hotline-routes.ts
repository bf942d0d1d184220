import * as contract from '../../../contracts/petitions/hotline.ts'
import { type Route, route } from '../../access/route.ts'
import type { PetitionMeans } from './means.ts'
import { refuse } from './system-problems.ts'
import { signedBy } from './hotline-signature.ts'
import { orderOf } from './storage/hotline-orders.ts'
import { takeOrder } from './actions/take-order.ts'

const bySystems = { bySystems: true, perMinute: 600 } as const

/** 12345, both ways: orders come in here, states go back as signed events (`petitions.order-moved`) or when asked for. */
export function hotlineRoutes(means: PetitionMeans): Route[] {
  const take = takeOrder(means)
  return [
    route(
      contract.sendOrder,
      async ({ body, ctx, perform, raw }) =>
        await perform(take, { client: await signedBy(ctx, raw), order: body }),
      bySystems,
    ),
    route(
      contract.getOrder,
      async ({ params, ctx, raw }) => {
        const client = await signedBy(ctx, raw)
        const found = await orderOf(ctx.db, client.id, params.orderNumber)
        if (!found) throw refuse('order-unknown')
        const { claimId: _, ...state } = found
        return state
      },
      bySystems,
    ),
  ]
}
