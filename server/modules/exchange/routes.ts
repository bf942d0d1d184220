import { trialEvent } from '../../../contracts/exchange/events.ts'
import * as contract from '../../../contracts/exchange/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { redeliver, sendTrial } from './actions/send-again.ts'
import {
  changeSubscription,
  createSubscription,
  type Exchange,
  rotateSecret,
  setSubscriptionState,
} from './actions/subscriptions.ts'
import { deliveryExport, subscriptionExport } from './exports.ts'
import { deliveries, deliveryOf } from './queries/deliveries.ts'
import { subscriptionOf, subscriptions } from './queries/subscriptions.ts'

export interface RoutesOptions extends Exchange {
  demo: boolean
  /** Something is due: no need to wait for the next round. */
  wake(): void
}

export function routes({ demo, wake, ...exchange }: RoutesOptions): Route[] {
  const kinds = [...exchange.kinds, trialEvent]
  const create = createSubscription(exchange)
  const change = changeSubscription(exchange)
  return [
    route(contract.listEventKinds, async () => ({
      rows: kinds.map(({ name, zh, en }) => ({ name, zh, en })),
    })),
    route(contract.listSubscriptions, ({ query, ctx }) => subscriptions(ctx, query)),
    subscriptionExport(demo),
    route(contract.getSubscription, ({ params, ctx }) => subscriptionOf(ctx, params.id)),
    // Names are resolved before the transaction: it shall wait for nobody.
    route(contract.createSubscription, async ({ body, perform }) => {
      await exchange.gate.check(body.url)
      return await perform(create, body)
    }),
    route(contract.changeSubscription, async ({ params, body, perform }) => {
      await exchange.gate.check(body.url)
      return await perform(change, { ...params, ...body })
    }),
    route(contract.setSubscriptionState, ({ params, body, perform }) =>
      perform(setSubscriptionState, { ...params, ...body }).finally(wake),
    ),
    route(contract.rotateSecret, ({ params, perform }) => perform(rotateSecret, params)),
    route(contract.sendTrial, ({ params, perform }) => perform(sendTrial, params).finally(wake)),
    route(contract.listDeliveries, ({ query, ctx }) => deliveries(ctx, query)),
    deliveryExport(demo, kinds),
    route(contract.getDelivery, ({ params, ctx }) => deliveryOf(ctx, params.id)),
    route(contract.redeliver, ({ params, perform }) => perform(redeliver, params).finally(wake)),
  ]
}
