import { overlaps } from '../../../values/days.ts'

export interface Term {
  id: string
  from: string
  to: string | null
}

/** The first of the other terms that shares a day with this one: a compound has one provider at a time (民法典 939). */
export const clashOf = (term: Term, others: readonly Term[]): Term | undefined =>
  others.find((other) => other.id !== term.id && overlaps(term, other))

export interface Election {
  kind: string
  electedOn: string
  renewal: boolean
}

/**
 * A committee sits until the next one is elected.
 * @returns what stands in the way: an election of the same kind that is no renewal while the earlier one still sits
 */
export function electionClash(
  previous: (Election & { endedOn: string | null }) | undefined,
  next: Election,
): boolean {
  if (!previous || previous.kind !== next.kind || next.renewal) return false
  return previous.endedOn === null || previous.endedOn > next.electedOn
}
