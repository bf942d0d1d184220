import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { orderNumberPattern } from './hotline-words.ts'
import { contentLength } from './public-words.ts'
import { claimState, outcome } from './words.ts'

/** What 12345 does to one of its orders: it opens it, adds to it, asks after it, or takes it back. */
export const orderSteps = ['opened', 'supplemented', 'urged', 'withdrawn'] as const
export const orderStep = z.enum(orderSteps)

export const orderNumber = z
  .string()
  .trim()
  .regex(orderNumberPattern, '工单编号应为 4 到 40 位字母、数字或连字符')

/**
 * A work order as it is sent. Signed as Standard Webhooks are: `webhook-id`, `webhook-timestamp` and `webhook-signature`
 * over `id.timestamp.body` with the client's secret, and the client's key in `x-gongzhi-key`.
 */
export const order = z.object({
  orderNumber,
  /** The hotline's own count of changes to the order, from 1: what is older than what is known changes nothing. */
  revision: z.number().int().min(1).max(100_000),
  step: orderStep,
  /** Code in the tree of matters; where it is unknown or left out an official sorts it. */
  category: z.string().max(6).optional(),
  /** Code of the compound, community, street or district. */
  placeCode: z.string().trim().max(40),
  spot: z.string().trim().max(60).default(''),
  content: z.string().trim().min(contentLength.least).max(contentLength.most),
  reporterName: z.string().trim().max(30).nullish(),
  reporterPhone: z.string().trim().max(20).nullish(),
  sealed: z.boolean().default(false),
})
export type Order = z.output<typeof order>

export const orderState = z.object({
  orderNumber: z.string(),
  revision: z.number().int(),
  number: z.string(),
  state: claimState,
  outcome: outcome.nullable(),
  at: z.string(),
})
export type OrderState = z.infer<typeof orderState>

export const sendOrder = endpoint({
  method: 'POST',
  path: '/api/petitions/hotline/orders',
  verb: 'public',
  summary: '12345 工单：转入或变更（须签名）',
  body: order,
  response: orderState.extend({
    /** False where the order, or a later revision of it, was known already. */
    isNew: z.boolean(),
  }),
})
export const getOrder = endpoint({
  method: 'GET',
  path: '/api/petitions/hotline/orders/:orderNumber',
  verb: 'public',
  summary: '12345 工单：现在的状态（须签名）',
  params: z.object({ orderNumber }),
  response: orderState,
})
