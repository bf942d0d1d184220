import { z } from 'zod'

/** What the scored body says of a row: it accepts it, declares a value of its own, or contests the value that stands. */
export const stances = ['accept', 'declare', 'contest'] as const
export const stance = z.enum(stances)
export type Stance = z.infer<typeof stance>

export const stanceNames: Record<Stance, { zh: string; en: string }> = {
  accept: { zh: '认可', en: 'Accept' },
  declare: { zh: '申报', en: 'Declare' },
  contest: { zh: '异议', en: 'Contest' },
}

export const reportStates = ['draft', 'submitted'] as const
export const reportState = z.enum(reportStates)
export type ReportState = z.infer<typeof reportState>

/** What lists are filtered by: `overdue` is a draft whose term has run out, `late` was submitted after it. */
export const reportFilters = ['draft', 'submitted', 'overdue', 'late'] as const

export const contestOutcomes = ['accepted', 'rejected'] as const
export const contestOutcome = z.enum(contestOutcomes)
export type ContestOutcome = z.infer<typeof contestOutcome>

/** Who answers a contest of a row, by who evaluates it. */
export const answerers = ['evaluator', 'district-official', 'city-official', 'street-official'] as const
export const answerer = z.enum(answerers)
export type Answerer = z.infer<typeof answerer>

/** Characters of what people write. */
export const longest = { note: 1000, evidence: 300, reason: 500 } as const
