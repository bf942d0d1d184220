import { z } from 'zod'

/** An incident stands until the bureau that recorded it withdraws it with a reason. */
export const incidentStates = ['standing', 'withdrawn'] as const
export const incidentState = z.enum(incidentStates)
export type IncidentState = z.infer<typeof incidentState>

/** Two persons: one proposes that a row does not apply, another decides. */
export const decisionStates = ['proposed', 'decided', 'rejected', 'withdrawn'] as const
export const decisionState = z.enum(decisionStates)
export type DecisionState = z.infer<typeof decisionState>

/** The rulings by which a row may not apply; `other` says why in words alone. */
export const decisionGrounds = ['C14', 'C22', 'C32', 'C38', 'other'] as const
export const decisionGround = z.enum(decisionGrounds)
export type DecisionGround = z.infer<typeof decisionGround>

/** Characters of what people write. */
export const longest = { summary: 1000, statement: 2000, reason: 500 } as const

/** The name under which a decision stands in scores and lists. */
export const decisionName = (year: number, number: number): string => `不适用决定〔${year}〕${number}号`
