import { z } from 'zod'
import { provenances } from '../evaluation/words.ts'

/** How a fact reaches us today; `missing` when nothing can record it yet. */
export const arrivals = [...provenances, 'missing'] as const
export const arrival = z.enum(arrivals)
export type Arrival = z.infer<typeof arrival>

/** The strongest modal verb of a clause; 题 heads others, 述 states without one. */
export const clauseKinds = ['应', '宜', '可', '题', '述'] as const
export const clauseKind = z.enum(clauseKinds)

export const modals = ['应', '宜', '可'] as const
export const modal = z.enum(modals)

export const paperKinds = ['indicator', 'clause', 'requirement', 'limit', 'ruling'] as const
export const paperKind = z.enum(paperKinds)
export type PaperKind = z.infer<typeof paperKind>
