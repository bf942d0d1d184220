import type { Arrival } from '../../../../contracts/standards/words.ts'
import type { FactDefinition } from '../../../rulebook/schema/facts.ts'

/** Subjects about which a fact can be recorded by form or sheet today: places, and enterprises in a district. */
const recordable: readonly string[] = ['compound', 'enterprise', 'street', 'community', 'district', 'city']

/**
 * How a fact reaches us today. One that is not computed, and whose subjects no form or sheet takes yet (committees,
 * associations, Party departments), does not reach us at all: missing.
 */
export function arrivalOf(fact: Pick<FactDefinition, 'provenance' | 'subjects'>): Arrival {
  if (fact.provenance === 'computed') return 'computed'
  return fact.subjects.some((subject) => recordable.includes(subject)) ? fact.provenance : 'missing'
}
