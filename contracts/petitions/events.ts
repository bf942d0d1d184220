import { z } from 'zod'
import { day } from '../shapes.ts'
import { claimState, outcome } from './words.ts'

/** What 12345 learns of its own work order. */
export const orderMoved = z.object({
  orderNumber: z.string(),
  revision: z.number().int(),
  number: z.string(),
  state: claimState,
  outcome: outcome.nullable(),
  at: z.string(),
})

/** What webhooks learn of a claim: nothing of who reported, and no words of it. */
export const claimMoved = z.object({
  number: z.string(),
  state: claimState,
  outcome: outcome.nullable(),
  /** Code in the tree of matters. */
  category: z.string(),
  /** Code of the compound, or of the smallest place that is known. */
  place: z.string(),
  day,
})
