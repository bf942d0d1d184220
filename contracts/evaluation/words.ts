import { z } from 'zod'

export const tables = ['A.1', 'A.2', 'A.3', 'A.4'] as const
export const table = z.enum(tables)
export type Table = z.infer<typeof table>

export const subjectKinds = ['compound', 'enterprise', 'street', 'community', 'district'] as const
export const subjectKind = z.enum(subjectKinds)
export type SubjectKind = z.infer<typeof subjectKind>

export const provenances = ['computed', 'inspected', 'surveyed', 'declared', 'imported'] as const
export const provenance = z.enum(provenances)
export type Provenance = z.infer<typeof provenance>
/** Provenances that a person may record; computed ones come from the records alone. */
export const recordedProvenance = z.enum(['declared', 'inspected', 'surveyed', 'imported'])

/** How a recorded fact stands; what was withdrawn counts no more. */
export const factStanding = z.enum(['ordinary', 'override', 'decision', 'withdrawn'])

export const rowStates = ['scored', 'missing', 'not-applicable', 'no-matter'] as const
export const rowState = z.enum(rowStates)

/** The stages of a round, in order. */
export const stages = [
  'open',
  'facts',
  'self-report',
  'grading',
  'moderation',
  'publicity',
  'appeals',
  'final',
  'archived',
] as const
export const stage = z.enum(stages)
export type Stage = z.infer<typeof stage>

/** `closed`: ended without a result. */
export const roundStates = [...stages, 'closed'] as const
export const roundState = z.enum(roundStates)
export type RoundState = z.infer<typeof roundState>

/** Until here scores are computed from the living records; from publicity on from what was frozen. */
const living: readonly RoundState[] = ['open', 'facts', 'self-report', 'grading', 'moderation']
export const isLiving = (state: RoundState): boolean => living.includes(state)

/** In these stages people may still record facts of the year; moderation changes them by its own questions. */
export const takesFacts = (state: RoundState): boolean => isLiving(state) && state !== 'moderation'

export const isOver = (state: RoundState): boolean => state === 'archived' || state === 'closed'
