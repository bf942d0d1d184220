import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, page, paging } from '../shapes.ts'
import { attemptFault, deliveryState, subscriptionState } from './words.ts'

const verb = 'exchange.manage-webhooks'
const eventName = z.string().max(80)

export const eventKind = z.object({ name: z.string(), zh: z.string(), en: z.string() })
export const listEventKinds = endpoint({
  method: 'GET',
  path: '/api/exchange/event-kinds',
  verb,
  summary: '可订阅的事件',
  response: z.object({ rows: z.array(eventKind) }),
})

const form = {
  name: z.string().trim().min(1, '请填写名称').max(60),
  url: z.string().trim().min(1, '请填写接收地址').max(500),
  events: z.array(eventName).min(1, '请至少选择一种事件').max(50),
}
export const subscription = z.object({
  id,
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  state: subscriptionState,
  createdAt: z.string(),
  /** Deliveries by state. */
  waiting: z.number().int(),
  givenUp: z.number().int(),
  lastDeliveredAt: z.string().nullable(),
})
export type Subscription = z.infer<typeof subscription>

export const listSubscriptions = endpoint({
  method: 'GET',
  path: '/api/exchange/subscriptions',
  verb,
  summary: '事件订阅列表',
  query: z.object(paging),
  response: page(subscription),
})
export const exportSubscriptions = endpoint({
  method: 'GET',
  path: '/api/exchange/subscriptions/export',
  verb,
  summary: '导出事件订阅（Excel）',
  query: z.object({}),
  response: z.unknown(),
})
export const getSubscription = endpoint({
  method: 'GET',
  path: '/api/exchange/subscriptions/:id',
  verb,
  summary: '事件订阅详情',
  params: z.object({ id }),
  response: subscription,
})
const withSecret = z.object({
  id,
  /** `whsec_…`, base64 after the underscore. Shown this once. */
  secret: z.string(),
})
export const createSubscription = endpoint({
  method: 'POST',
  path: '/api/exchange/subscriptions',
  verb,
  summary: '新建事件订阅',
  body: z.object(form),
  response: withSecret,
})
export const changeSubscription = endpoint({
  method: 'PUT',
  path: '/api/exchange/subscriptions/:id',
  verb,
  summary: '修改事件订阅',
  params: z.object({ id }),
  body: z.object(form),
  response: z.object({ id }),
})
export const setSubscriptionState = endpoint({
  method: 'PUT',
  path: '/api/exchange/subscriptions/:id/state',
  verb,
  summary: '暂停、恢复或终止事件订阅',
  params: z.object({ id }),
  /** While it is paused, events wait; what waits when it ends is given up. */
  body: z.object({ state: subscriptionState }),
  response: z.object({ id, state: subscriptionState }),
})
/** The secret before stays good for a day, so that the receiver can be changed without losing anything. */
export const rotateSecret = endpoint({
  method: 'POST',
  path: '/api/exchange/subscriptions/:id/secret',
  verb,
  summary: '更换签名密钥',
  params: z.object({ id }),
  body: z.object({}),
  response: withSecret,
})
export const sendTrial = endpoint({
  method: 'POST',
  path: '/api/exchange/subscriptions/:id/trial',
  verb,
  summary: '试发一条事件',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ deliveryId: id }),
})

export const deliveryRow = z.object({
  id,
  /** The `webhook-id` header: the same at every attempt. */
  eventId: id,
  event: z.string(),
  eventAt: z.string(),
  subscriptionId: id,
  subscription: z.string(),
  state: deliveryState,
  attempts: z.number().int(),
  lastAt: z.string().nullable(),
  /** HTTP status of the last answer. */
  lastStatus: z.number().int().nullable(),
  lastFault: attemptFault.nullable(),
  /** When it is tried again; NULL when it is not. */
  nextAt: z.string().nullable(),
})
export const listDeliveries = endpoint({
  method: 'GET',
  path: '/api/exchange/deliveries',
  verb,
  summary: '事件送达记录',
  query: z.object({
    ...paging,
    subscription: id.optional(),
    state: deliveryState.optional(),
    event: eventName.optional(),
  }),
  response: page(deliveryRow),
})
export const exportDeliveries = endpoint({
  method: 'GET',
  path: '/api/exchange/deliveries/export',
  verb,
  summary: '导出事件送达记录（Excel）',
  query: (listDeliveries.query as NonNullable<typeof listDeliveries.query>).omit({
    after: true,
    limit: true,
  }),
  response: z.unknown(),
})
export const getDelivery = endpoint({
  method: 'GET',
  path: '/api/exchange/deliveries/:id',
  verb,
  summary: '事件送达详情',
  params: z.object({ id }),
  response: z.object({
    ...deliveryRow.shape,
    url: z.string(),
    /** The body exactly as it is sent. */
    body: z.string(),
    tries: z.array(
      z.object({
        number: z.number().int(),
        at: z.string(),
        status: z.number().int().nullable(),
        fault: attemptFault.nullable(),
        /** The beginning of what the receiver answered. */
        answer: z.string(),
        milliseconds: z.number().int(),
      }),
    ),
  }),
})
/** Goes out again at once, with the same id, whatever became of it. */
export const redeliver = endpoint({
  method: 'POST',
  path: '/api/exchange/deliveries/:id/redelivery',
  verb,
  summary: '重新送达事件',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ id }),
})
