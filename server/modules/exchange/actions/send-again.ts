import { v7 as uuid } from 'uuid'
import { trialEvent } from '../../../../contracts/exchange/events.ts'
import { defineAction } from '../../../access/action.ts'
import { delivery, manage, subscription } from '../policy.ts'
import { refuse } from '../problems.ts'
import { isEnded, queueAgain } from '../storage/deliveries.ts'
import { sendTo } from '../storage/events.ts'
import { subscriptionById } from '../storage/subscriptions.ts'
import { bodyOf } from './take-events.ts'

/** Out again at once with the same id, whatever became of it before. */
export const redeliver = defineAction({
  verb: manage,
  on: ({ id }: { id: string }) => ({ resource: delivery, id }),
  async run(ctx, { id }) {
    if (await isEnded(ctx.db, id)) throw refuse('ended')
    await queueAgain(ctx.db, id, ctx.clock.now().toISOString())
    return { answer: { id }, audit: { resource: delivery.name, id, summary: '重新送达一条事件' } }
  },
})

/** A message to one receiver only, so that it can be seen to work. */
export const sendTrial = defineAction({
  verb: manage,
  on: ({ id }: { id: string }) => ({ resource: subscription, id }),
  async run(ctx, { id }) {
    const { name, state } = await subscriptionById(ctx.db, id)
    if (state === 'ended') throw refuse('ended')
    const at = ctx.clock.now().toISOString()
    const data = { subscriptionId: id, note: trialEvent.example.note }
    const event = { id: uuid(), name: trialEvent.name, at, body: bodyOf(trialEvent.name, at, data) }
    const deliveryId = await sendTo(ctx.db, event, id, at)
    const summary = `向事件订阅“${name}”试发一条事件`
    return { answer: { deliveryId }, audit: { resource: subscription.name, id, summary } }
  },
})
