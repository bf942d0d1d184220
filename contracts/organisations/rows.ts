import { z } from 'zod'
import { can, day, id } from '../shapes.ts'
import { bodyKind, staffKind } from './words.ts'

/** What happened to a record, from the audit trail. */
export const timelineEntry = z.object({ at: z.string(), verb: z.string(), summary: z.string() })

export const contractRow = z.object({
  id,
  number: z.string(),
  providerId: id,
  providerName: z.string(),
  compoundId: id,
  compoundName: z.string(),
  compoundCode: z.string(),
  from: day,
  /** The last day, still within the contract; null while it runs without an end. */
  to: day.nullable(),
  state: z.enum(['coming', 'running', 'over']),
  version: z.number().int(),
  can,
})

export const committeeRow = z.object({
  id,
  compoundId: id,
  compoundName: z.string(),
  compoundCode: z.string(),
  kind: bodyKind,
  name: z.string(),
  seats: z.number().int(),
  electedOn: day,
  filedOn: day.nullable(),
  renewal: z.boolean(),
  termEndsOn: day.nullable(),
  /** The last day on which it sat; null while it sits. */
  to: day.nullable(),
})

export const staffRow = z.object({
  compoundId: id,
  compoundName: z.string(),
  kind: staffKind,
  contracted: z.number().int(),
  actual: z.number().int(),
  asOf: day,
})
