import { z } from 'zod'
import { can, id } from '../shapes.ts'
import {
  channel,
  claimLevel,
  claimState,
  clockName,
  exclusion,
  limitClass,
  outcome,
  visitResults,
} from './words.ts'

/** Most characters of what officials write. */
export const longest = { reason: 500, answer: 2000, note: 1000 } as const

export const reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(longest.reason)
export const note = z.string().trim().max(longest.note).default('')
export const words = z.string().trim().min(2, '请写明内容，至少 2 个字').max(longest.note)

/**
 * The claim's `seq` as the screen shows it. Where somebody has moved the claim since, the step is refused with who did
 * what (409 petitions.moved-on); without it only the table of states decides.
 */
export const seen = z.number().int().min(1).optional()

/** Which claim. */
export const one = z.object({ id })

/** A handler as people read it: the body's name, or the office's. */
export const handler = z.object({
  level: claimLevel,
  bodyId: id.nullable(),
  placeId: id.nullable(),
  name: z.string(),
})
export type HandlerShown = z.infer<typeof handler>

export const rating = z.object({
  responded: z.boolean().nullable(),
  solved: z.boolean().nullable(),
  satisfied: z.boolean().nullable(),
})

/** Where a claim stands after a step. */
export const moved = z.object({
  id,
  number: z.string(),
  seq: z.number().int(),
  state: claimState,
  level: claimLevel,
  clock: clockName.nullable(),
  dueAt: z.string().nullable(),
  dueProvisional: z.string().nullable(),
})
export type Moved = z.infer<typeof moved>

/** A claim as lists and desks show it. Nothing of the reporter stands in it. */
export const claimRow = z.object({
  id,
  number: z.string(),
  seq: z.number().int(),
  state: claimState,
  channel,
  category: z.string(),
  categoryName: z.string(),
  limitClass,
  placeId: id,
  placeName: z.string(),
  districtName: z.string().nullable(),
  spot: z.string(),
  /** The first words of what was reported. */
  gist: z.string(),
  aboutFirm: z.boolean(),
  level: claimLevel,
  /** Null while it waits to be taken in or sent to somebody. */
  handler: handler.nullable(),
  /** The office to which it has climbed. */
  leaderName: z.string().nullable(),
  openedAt: z.string(),
  clock: clockName.nullable(),
  dueAt: z.string().nullable(),
  /** 暂定: the calendar does not know the year officially. */
  dueProvisional: z.string().nullable(),
  isOverdue: z.boolean(),
  isSuspended: z.boolean(),
  /** Warnings told of the term that runs: 1 or 2. */
  warnings: z.number().int(),
  redone: z.number().int(),
  reopened: z.number().int(),
  climbs: z.number().int(),
  outcome: outcome.nullable(),
  answeredInTime: z.boolean().nullable(),
  visitResult: z.enum(visitResults).nullable(),
  rating,
  closedAt: z.string().nullable(),
  /** 重点难点. */
  key: z.object({ level: claimLevel, complex: z.boolean(), supervised: z.boolean() }).nullable(),
  excluded: exclusion.nullable(),
  /** What was asked for and waits for an answer. */
  pending: z.enum(['extension', 'suspension']).nullable(),
  /** The verbs that may be done by the asker to this claim as it stands now. */
  can,
})
export type ClaimRow = z.infer<typeof claimRow>
