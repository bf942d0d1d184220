import { z } from 'zod'
import { day } from '../shapes.ts'
import { orderNumberPattern } from './hotline-words.ts'
import { claimNumberPattern } from './public-words.ts'
import { claimState, outcome } from './words.ts'

const number = z.string().regex(claimNumberPattern)

/** What 12345 learns of its own work order. */
export const orderMoved = z.object({
  orderNumber: z.string().regex(orderNumberPattern),
  revision: z.number().int(),
  number,
  state: claimState,
  outcome: outcome.nullable(),
  at: z.iso.datetime(),
})

/** What webhooks learn of a claim: nothing of who reported, and no words of it. */
export const claimMoved = z.object({
  number,
  state: claimState,
  outcome: outcome.nullable(),
  /** Code in the tree of matters. */
  category: z.string().regex(/^[0-9]{2,6}$/),
  /** Code of the compound, or of the smallest place that is known. */
  place: z.string().regex(/^[0-9A-Za-z-]{2,40}$/),
  day,
})
