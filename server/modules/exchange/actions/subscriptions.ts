import type { SubscriptionState } from '../../../../contracts/exchange/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { EventKind } from '../../event-kind.ts'
import type { AddressGate } from '../address-gate.ts'
import { manage, subscription } from '../policy.ts'
import { refuse } from '../problems.ts'
import { newSecret } from '../signature.ts'
import {
  changeState,
  insertSubscription,
  replaceSecret,
  type SubscriptionForm,
  subscriptionById,
  updateSubscription,
} from '../storage/subscriptions.ts'
import { askWholeCity } from '../storage/whole-city.ts'

export interface Exchange {
  gate: AddressGate
  /** What can be subscribed to. */
  kinds: readonly EventKind[]
}

/** @throws in words, beside the field, when the form cannot be kept */
function checked({ gate, kinds }: Exchange, form: SubscriptionForm): SubscriptionForm {
  const unknown = form.events.find((name) => !kinds.some((kind) => kind.name === name))
  if (unknown !== undefined) throw refuse('event-unknown', { name: unknown }, { field: 'events' })
  return { name: form.name, url: gate.readUrl(form.url).href, events: [...new Set(form.events)] }
}

const on = ({ id }: { id: string }) => ({ resource: subscription, id })

export const createSubscription = (exchange: Exchange) =>
  defineAction({
    verb: manage,
    on: () => 'anywhere' as const,
    async run(ctx, input: SubscriptionForm) {
      await askWholeCity(ctx.db, ctx.policy.filter(ctx.actor, manage, subscription))
      const form = checked(exchange, input)
      const secret = newSecret()
      const id = await insertSubscription(ctx.db, {
        ...form,
        secretSealed: ctx.keys.seal(secret),
        at: ctx.clock.now().toISOString(),
        by: ctx.actor.id,
      })
      const { url, events } = form
      return {
        answer: { id, secret },
        audit: {
          resource: subscription.name,
          id,
          summary: `新建事件订阅“${form.name}”`,
          detail: { url, events },
        },
      }
    },
  })

export const changeSubscription = (exchange: Exchange) =>
  defineAction({
    verb: manage,
    on,
    async run(ctx, input: SubscriptionForm & { id: string }) {
      const before = await subscriptionById(ctx.db, input.id)
      if (before.state === 'ended') throw refuse('ended')
      const after = checked(exchange, input)
      await updateSubscription(ctx.db, input.id, after)
      return {
        answer: { id: input.id },
        audit: {
          resource: subscription.name,
          id: input.id,
          summary: `修改事件订阅“${after.name}”`,
          detail: { before, after },
        },
      }
    },
  })

const stateWords: Record<SubscriptionState, string> = { active: '恢复', paused: '暂停', ended: '终止' }

export const setSubscriptionState = defineAction({
  verb: manage,
  on,
  async run(ctx, { id, state }: { id: string; state: SubscriptionState }) {
    const before = await subscriptionById(ctx.db, id)
    if (before.state === 'ended') throw refuse('ended')
    await changeState(ctx.db, id, state)
    const summary = `${stateWords[state]}事件订阅“${before.name}”`
    return { answer: { id, state }, audit: { resource: subscription.name, id, summary } }
  },
})

/** A receiver has that long to take the new secret. */
const formerGoodForMs = 24 * 3_600_000

export const rotateSecret = defineAction({
  verb: manage,
  on,
  async run(ctx, { id }: { id: string }) {
    const { name, state } = await subscriptionById(ctx.db, id)
    if (state === 'ended') throw refuse('ended')
    const secret = newSecret()
    const until = new Date(ctx.clock.now().getTime() + formerGoodForMs).toISOString()
    await replaceSecret(ctx.db, id, ctx.keys.seal(secret), until)
    const summary = `更换事件订阅“${name}”的签名密钥，旧密钥保留一天`
    return { answer: { id, secret }, audit: { resource: subscription.name, id, summary } }
  },
})
