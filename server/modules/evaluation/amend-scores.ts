import { v7 as uuid } from 'uuid'
import type { RoundState } from '../../../contracts/evaluation/words.ts'
import type { Context } from '../../access/context.ts'
import type { Db } from '../../platform/database/database.ts'
import { papersOf } from './papers-of-round.ts'
import { refuse } from './problems.ts'
import { scoreAgain } from './kept-scoring.ts'
import type { Amendment } from './rules/amend.ts'
import { type Engine, fractions } from './scoring-engine.ts'
import { type Stands, standings } from './storage/archived.ts'
import { dependantsOf, insertAmendments } from './storage/kept-readings.ts'
import { compoundTotals } from './storage/readings.ts'
import { rankAgain, replaceResult } from './storage/results.ts'
import { holdRound, type Round } from './storage/rounds.ts'
import { type Subject, subjectsOf } from './storage/subjects.ts'

export interface AmendmentAsked extends Amendment {
  subjectId: string
}

/** How one subject stood before and stands after an amendment. */
export interface Shifted {
  subjectId: string
  name: string
  kind: Subject['kind']
  placeId: string
  bodyId: string | null
  totalBefore: string
  totalAfter: string
  bandBefore: string | null
  bandAfter: string | null
  rankBefore: number | null
  rankAfter: number | null
}

/**
 * Lays decided readings over what a published round was scored from, scores those subjects again, and the enterprises
 * whose projects they are, and ranks anew. Runs in the caller's transaction; who may is the caller's to guard.
 * @returns everybody whose total, band or rank is another than before
 * @throws when the round is not at a stage whose scores are frozen
 */
export async function amendScores(
  ctx: Context,
  engine: Engine,
  asked: {
    roundId: string
    amendments: readonly AmendmentAsked[]
    basis: { resource: string; id: string }
  },
): Promise<Shifted[]> {
  const { roundId, amendments, basis } = asked
  // Held, so that the stage cannot be ended meanwhile: what is final changes by a correction alone.
  const round = await holdRound(ctx.db, roundId)
  const run = round.currentRun
  if (run === null || !amendable(basis.resource).includes(round.state)) throw refuse('not-frozen')
  const before = await standings(ctx.db, run)
  const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
  await insertAmendments(
    ctx.db,
    roundId,
    amendments.map((one) => ({ ...one, id: uuid(), basis })),
    stamp,
  )
  await rescore(ctx.db, engine, round, run, [...new Set(amendments.map((one) => one.subjectId))])
  return differences(before, await standings(ctx.db, run))
}

/** An appeal changes what is published, a correction (更正) what is final. */
const amendable = (basis: string): readonly RoundState[] =>
  basis === 'publicity.correction' ? ['final', 'archived'] : ['publicity', 'appeals']

async function rescore(
  db: Db,
  engine: Engine,
  round: Round,
  run: number,
  touched: readonly string[],
): Promise<void> {
  const { edition } = await papersOf(engine, round)
  const all = await subjectsOf(db, round.id)
  const byId = new Map(all.map((subject) => [subject.id, subject]))
  const ids = new Set([...touched, ...(await dependantsOf(db, round.id, touched))])
  const chosen = [...ids].flatMap((id) => byId.get(id) ?? [])
  // Compounds first: an enterprise's 2-20 reads their totals.
  const kinds = [...new Set(chosen.map((subject) => subject.kind))].sort((a, b) => order(a) - order(b))
  for (const kind of kinds) {
    const totals = kind === 'enterprise' ? fractions(await compoundTotals(db, run)) : new Map()
    const subjects = chosen.filter((subject) => subject.kind === kind)
    const results = await scoreAgain(db, { edition, round: { id: round.id, run } }, kind, subjects, totals)
    for (const result of results) await replaceResult(db, run, result)
    await rankAgain(db, run, kind)
  }
}

const order = (kind: Subject['kind']) => (kind === 'compound' ? 0 : 1)

function differences(before: readonly Stands[], after: readonly Stands[]): Shifted[] {
  const earlier = new Map(before.map((one) => [one.subjectId, one]))
  return after.flatMap(({ total, band, rank, ...who }) => {
    const was = earlier.get(who.subjectId)
    if (!was || (was.total === total && was.band === band && was.rank === rank)) return []
    const change = { totalBefore: was.total, totalAfter: total, bandBefore: was.band, bandAfter: band }
    return [{ ...who, ...change, rankBefore: was.rank, rankAfter: rank }]
  })
}
