import { contains, type Day } from '../values/days.ts'
import type { Rulebook } from './rulebook.ts'

/** The published edition in force that day. Throws RangeError when there is none. */
export function editionAt(rulebook: Pick<Rulebook, 'schemes'>, day: Day): string {
  const scheme = Object.values(rulebook.schemes).find((s) => s.status === 'published' && contains(s, day))
  if (!scheme) throw new RangeError(`no published edition on ${day}`)
  return scheme.id
}
