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

export const rowStates = ['scored', 'missing', 'not-applicable', 'no-matter'] as const
export const rowState = z.enum(rowStates)

export const roundStates = ['open', 'closed'] as const
export const roundState = z.enum(roundStates)
