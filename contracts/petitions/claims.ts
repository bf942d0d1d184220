import { z } from 'zod'
import { evidence } from '../documents/staff.ts'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'
import { claimRow, handler, one } from './shapes.ts'
import { channel, claimEventKind, claimLevel, claimState, exclusion, limitClass, outcome } from './words.ts'

const flag = z.enum(['yes', 'no']).optional()

/** The newest first. `text` is a number or its beginning, or words of the place. */
export const claimFilters = {
  state: claimState.optional(),
  /** `open`: still somebody's to work on. */
  open: flag,
  /** With what lies under it in the tree. */
  category: z.string().max(6).optional(),
  limitClass: limitClass.optional(),
  place: id.optional(),
  level: claimLevel.optional(),
  channel: channel.optional(),
  /** Days of filing, both included. */
  from: day.optional(),
  to: day.optional(),
  overdue: flag,
  key: flag,
  excluded: exclusion.optional(),
  outcome: outcome.optional(),
  handler: id.optional(),
  text: z.string().trim().max(60).optional(),
}

export const listClaims = endpoint({
  method: 'GET',
  path: '/api/petitions/claims',
  verb: 'petitions.see',
  summary: '诉求查询',
  query: z.object({ ...paging, ...claimFilters }),
  response: page(claimRow),
})

const says = { zh: z.string(), en: z.string() }

/** One thing that happened, in words; free words of officials stand in `note`. */
export const claimHappening = z.object({
  seq: z.number().int(),
  at: z.string(),
  kind: claimEventKind,
  /** Display name of who did it; null for the system, a resident, and where it would tell who reported. */
  by: z.string().nullable(),
  ...says,
  note: z.string(),
  evidence: z.array(evidence),
})

export const getClaim = endpoint({
  method: 'GET',
  path: '/api/petitions/claims/:id',
  verb: 'petitions.see',
  summary: '一件诉求',
  params: one,
  response: claimRow.extend({
    content: z.string(),
    providerName: z.string().nullable(),
    /** The firm that a complaint is about, asked besides the handler. */
    coBodyName: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    reporter: z.object({
      /** 张** 138****1234; empty where nobody left a name, and for whom it is not. */
      mask: z.string(),
      phoneVerified: z.boolean(),
      sealed: z.boolean(),
    }),
    agreesToPublish: z.boolean(),
    publicText: z.string().nullable(),
    /** The claim that this one was joined to. */
    lead: z.object({ id, number: z.string() }).nullable(),
    /** Claims that were joined to this one. */
    joined: z.array(z.object({ id, number: z.string() })),
    followers: z.number().int(),
    leader: handler.nullable(),
    /** Photos and papers that came with it. */
    evidence: z.array(evidence),
    events: z.array(claimHappening),
    deadline: z
      .object({
        clock: z.string(),
        dueAt: z.string().nullable(),
        provisional: z.string().nullable(),
        /** «Why this deadline», dated steps, the eldest first. */
        steps: z.array(z.object({ at: z.string(), ...says })),
      })
      .nullable(),
    /** What comes next and who does it, in one sentence. */
    next: z.object(says),
    /** What was asked for and waits. */
    asked: z
      .object({ kind: z.enum(['extension', 'suspension']), days: z.number().int(), reason: z.string() })
      .nullable(),
    whistles: z.array(z.object({ id, number: z.string(), state: z.enum(['open', 'ended', 'cancelled']) })),
    openings: z.array(
      z.object({ id, state: z.enum(['asked', 'agreed', 'refused']), mine: z.boolean(), reason: z.string() }),
    ),
  }),
})
export type ClaimPage = z.output<typeof getClaim.response>
