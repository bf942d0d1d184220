import type { Arrival } from '../../../../contracts/standards/words.ts'
import type { FactDefinition } from '../../../rulebook/schema/facts.ts'

/** As files and documents name them. */
export const arrivalWords: Record<Arrival, string> = {
  computed: '自动计算',
  inspected: '现场检查',
  surveyed: '满意度调查',
  declared: '申报',
  imported: '外部导入',
  missing: '缺：尚不能登记',
}

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
