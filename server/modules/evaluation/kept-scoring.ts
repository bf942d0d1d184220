import type { Db } from '../../platform/database/database.ts'
import type { Edition } from '../../rulebook/load.ts'
import type { Fraction } from '../../values/fraction.ts'
import type { SubjectKind } from '../fact-source.ts'
import { amended } from './rules/amend.ts'
import { planKind, scoreRead } from './scoring-engine.ts'
import { type Kept, keptOf } from './storage/kept-readings.ts'
import type { Result } from './storage/results.ts'
import type { Subject } from './storage/subjects.ts'

/** Scores subjects of one kind from what was kept of them, and nothing else. @param totals exact A.1 totals, for 2-20 */
export function scoreKept(
  edition: Edition,
  kind: SubjectKind,
  subjects: readonly Subject[],
  kept: readonly Kept[],
  totals: ReadonlyMap<string, Fraction>,
): Iterable<Result> {
  const planned = planKind(edition, kind, subjects)
  if (!planned) return []
  const readings = new Map(kept.map((one) => [one.subjectId, amended(one.readings, one.amendments)]))
  const shares = new Map(kept.flatMap((one) => (one.shares.length > 0 ? [[one.subjectId, one.shares]] : [])))
  return scoreRead({ ...planned, readings, shares }, totals)
}

/** Scores some subjects of a round again from its kept readings and amendments. */
export async function scoreAgain(
  db: Db,
  { edition, round }: { edition: Edition; round: { id: string; run: number } },
  kind: SubjectKind,
  subjects: readonly Subject[],
  totals: ReadonlyMap<string, Fraction>,
): Promise<Result[]> {
  const ids = subjects.map(({ id }) => id)
  const kept = await keptOf(db, round, kind, ids)
  return [...scoreKept(edition, kind, subjects, kept, totals)]
}
