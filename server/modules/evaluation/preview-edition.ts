import type { Context } from '../../access/context.ts'
import type { Edition } from '../../rulebook/load.ts'
import { Fraction } from '../../values/fraction.ts'
import { papersOf } from './papers-of-round.ts'
import { refuse } from './problems.ts'
import { roundInSight } from './queries/scores.ts'
import { namedInSight, type NamedSubject } from './queries/named-in-sight.ts'
import { scoreKept } from './kept-scoring.ts'
import { type Compared, comparison, type KindCompared } from './rules/compare-editions.ts'
import type { Engine } from './scoring-engine.ts'
import { keepsReadings, keptOf } from './storage/kept-readings.ts'
import type { Result } from './storage/results.ts'
import { type Subject, subjectsOf } from './storage/subjects.ts'

export type { KindCompared } from './rules/compare-editions.ts'

/** What an edition would make of a round that was scored by another. */
export interface EditionPreview {
  round: { id: string; year: number; name: string; edition: string }
  kinds: KindCompared<NamedSubject>[]
}

/** A.1 before A.2, which reads its totals. */
const kinds: readonly Subject['kind'][] = ['compound', 'enterprise', 'street', 'community', 'district']

/** Readings of so many subjects are held at once. */
const portion = 400

/**
 * Last year's facts under another edition: every subject in sight scored from the round's kept readings by its own
 * edition and by the one that is asked about. Nothing is written.
 * @throws when the round is out of sight, or kept no readings
 */
export async function previewEdition(
  ctx: Context,
  engine: Engine,
  roundId: string,
  edition: Edition,
): Promise<EditionPreview> {
  const round = await roundInSight(ctx, roundId)
  const run = round.currentRun
  if (run === null || !(await keepsReadings(ctx.db, run))) throw refuse('not-kept')
  const { edition: own } = await papersOf(engine, round)
  const [subjects, named] = await Promise.all([subjectsOf(ctx.db, roundId), namedInSight(ctx, roundId)])
  const before: Side = { edition: own, totals: new Map() }
  const after: Side = { edition, totals: new Map() }
  const compared: EditionPreview['kinds'] = []
  for (const kind of kinds) {
    const lines = await scoreBoth(
      ctx,
      { id: roundId, run },
      subjects.filter((one) => one.kind === kind),
      {
        before,
        after,
      },
    )
    const seen = lines.flatMap((line) => {
      const subject = named.get(line.subjectId)
      return subject ? [{ ...line, subject }] : []
    })
    if (seen.length > 0) compared.push({ kind, ...comparison(seen) })
  }
  const { id, year, name, edition: editionId } = round
  return { round: { id, year, name, edition: editionId }, kinds: compared }
}

interface Side {
  edition: Edition
  /** Exact A.1 totals by this edition, for 2-20. */
  totals: Map<string, Fraction>
}

async function scoreBoth(
  ctx: Context,
  round: { id: string; run: number },
  subjects: readonly Subject[],
  { before, after }: { before: Side; after: Side },
): Promise<(Omit<Compared<unknown>, 'subject'> & { subjectId: string })[]> {
  const lines: (Omit<Compared<unknown>, 'subject'> & { subjectId: string })[] = []
  for (let from = 0; from < subjects.length; from += portion) {
    const some = subjects.slice(from, from + portion)
    const [first] = some
    if (!first) break
    const ids = some.map(({ id }) => id)
    const kept = await keptOf(ctx.db, round, first.kind, ids)
    const was = new Map(
      [...scoreKept(before.edition, first.kind, some, kept, before.totals)].map((one) => [
        one.subjectId,
        one,
      ]),
    )
    for (const now of scoreKept(after.edition, first.kind, some, kept, after.totals)) {
      const earlier = was.get(now.subjectId)
      if (!earlier) continue
      if (first.kind === 'compound') {
        before.totals.set(now.subjectId, earlier.score.total)
        after.totals.set(now.subjectId, now.score.total)
      }
      lines.push({ subjectId: now.subjectId, before: standing(earlier), after: standing(now) })
    }
  }
  return lines
}

const standing = ({ score }: Result) => ({
  total: score.total,
  band: score.band?.name ?? null,
  missing: score.rows.filter((row) => row.state === 'missing').map((row) => row.id),
})
