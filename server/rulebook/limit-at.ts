import { contains, type Day } from '../values/days.ts'
import { Fraction } from '../values/fraction.ts'
import type { Rulebook } from './rulebook.ts'
import type { Limit } from './schema/limits.ts'

/** A limit as it stands on one day. */
export interface LimitAt {
  id: string
  title: string
  titleEn: string
  clause: string
  unit: Limit['unit']
  undecided: boolean
  value: Fraction
}

/** Throws when the rule-book has no such limit, or none in force that day. */
export function limitAt(rulebook: Pick<Rulebook, 'limits'>, id: string, day: Day): LimitAt {
  const limit = rulebook.limits[id]
  if (!limit) throw new RangeError(`no limit ${id} in the rule-book`)
  const dated = limit.values.find((v) => contains(v, day))
  if (!dated) throw new RangeError(`limit ${id} has no value on ${day}`)
  const { title, titleEn, clause, unit, undecided } = limit
  return { id, title, titleEn, clause, unit, undecided, value: Fraction.parse(dated.value) }
}
