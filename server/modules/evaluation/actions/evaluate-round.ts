import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { isLiving, type RoundState } from '../../../../contracts/evaluation/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import type { Edition } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import type { SubjectKind } from '../../fact-source.ts'
import { papersOf } from '../papers-of-round.ts'
import { round as roundResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type Engine, type KindRead, readKind, type ReadingInput, scoreRead } from '../scoring-engine.ts'
import { giveBack, isPlaceFree, takePlace } from '../storage/pass-lock.ts'
import { keepReadings } from '../storage/kept-readings.ts'
import { type Result, storeResults } from '../storage/results.ts'
import {
  beginRun,
  claimRun,
  dropOldRuns,
  failRun,
  failUnfinished,
  findRound,
  finishRun,
  type Round,
  reportRun,
} from '../storage/rounds.ts'
import { gatherSubjects, refreshStatistics, type Subject, subjectsOf } from '../storage/subjects.ts'

/** A.1 before A.2, which reads its totals (2-20). */
const order: readonly SubjectKind[] = ['compound', 'enterprise', 'street', 'community', 'district']

/** Asks for a pass over a round. The run is visible at once; `runPass` then does the work. */
export const evaluateRound = (engine: Engine) =>
  defineAction({
    verb: 'evaluation.evaluate',
    on: (input: { id: string }) => ({ resource: roundResource, id: input.id }),
    async run(ctx, { id }) {
      const round = (await findRound(ctx.db, id)) as Round
      refuseFrozen(round.state)
      if (!(await isPlaceFree(ctx.db, id))) throw refuse('run-running', { seconds: 30 })
      await failUnfinished(ctx.db, id, refuse('run-interrupted').zh, ctx.clock.now().toISOString())
      const editionHash = hashOf((await papersOf(engine, round)).edition)
      const runId = await beginRun(ctx.db, {
        roundId: id,
        by: ctx.actor.id,
        now: ctx.clock.now().toISOString(),
        editionHash,
      })
      const audit = {
        resource: roundResource.name,
        id,
        summary: `开始计算“${round.name}”的得分`,
        detail: { runId, editionHash },
      }
      return { answer: { runId }, audit }
    },
  })

/** @throws once a round is over, or its scores stand before the public */
export function refuseFrozen(state: RoundState): void {
  if (state === 'closed') throw refuse('round-closed')
  if (!isLiving(state)) throw refuse('scores-frozen')
}

const hashOf = (pinnedEdition: Edition) =>
  createHash('sha256').update(JSON.stringify(pinnedEdition)).digest('hex')

/**
 * One pass: subjects, facts in a statement each, the pure rules, COPY. It reads one snapshot of the records, and its
 * rows count only when the last statement has made the round point to them. Two passes of a round never run at once,
 * and none runs twice: a submission that was repeated finds its pass begun, and leaves it alone.
 * @throws when another is running already
 */
export async function runPass(
  engine: Engine,
  ctx: Omit<Context, 'actor'>,
  roundId: string,
  runId: number,
): Promise<void> {
  // Claimed before the place is taken: a submission repeated at the same moment must not take its own pass for another.
  if (!(await claimRun(ctx.db, runId))) return
  const holder = await engine.database.pool.connect()
  try {
    if (!(await takePlace(holder, roundId, 500))) throw refuse('run-running', { seconds: 30 })
    await pass(engine, ctx, roundId, runId)
  } catch (fault) {
    const fail = () => failRun(ctx.db, runId, reasonOf(fault), ctx.clock.now().toISOString())
    await fail().catch(() => void failOnceBack(fail))
    throw fault
  } finally {
    // A connection that broke has lost its place already, and must not go back to the pool.
    const freed = giveBack(holder, roundId)
    await freed.then(() => holder.release()).catch((fault: Error) => holder.release(fault))
  }
}

const retryMs = 1_000
const mostTries = 600

/** The database went away under the pass: until it is back and told, the pass would seem to run. */
async function failOnceBack(fail: () => Promise<void>): Promise<void> {
  for (let n = 0; n < mostTries; n++) {
    await pause(retryMs, undefined, { ref: false })
    const isTold = await fail().then(
      () => true,
      () => false,
    )
    if (isTold) return
  }
}

/** Everybody who may see the round reads it: of a fault of ours it tells no more than its code. */
function reasonOf(fault: unknown): string {
  if (fault instanceof Refusal) return fault.zh
  const { code, name } = fault as { code?: string; name?: string }
  return refuse('run-broken', { code: code ?? name ?? '' }).zh
}

async function pass(
  engine: Engine,
  ctx: Omit<Context, 'actor'>,
  roundId: string,
  runId: number,
): Promise<void> {
  const round = (await findRound(ctx.db, roundId)) as Round
  // Closed between the asking and the beginning.
  refuseFrozen(round.state)
  const { edition: pinnedEdition, figures } = await papersOf(engine, round)
  const { settings } = pinnedEdition
  // What the public will be shown must be scored again later from the very readings it was scored from.
  const keepsReadings = round.state === 'moderation'
  const builtUpAreaOnly = figures.ruling('C35', 'builtUpAreaOnly') !== false
  const scored = ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      const changed = await gatherSubjects(db, round, {
        builtUpAreaOnly,
        monthsInServiceMinimum: settings.monthsInServiceMinimum,
      })
      await refreshStatistics(db, changed)
      const subjects: Subject[] = await subjectsOf(db, roundId)
      const input = { db, round, edition: pinnedEdition, sources: engine.sources, figures }
      await scoreAll(input, subjects, {
        keep: (read) => (keepsReadings ? keepReadings(engine.database.pool, runId, read) : Promise.resolve()),
        store: (results) => storeResults(engine.database.pool, runId, results),
        report: (kind, done) => reportRun(ctx.db, runId, kind, done, subjects.length),
      })
    })
  // Whoever sees the pass finished may ask for the next one at once, so clearing up goes before, beside the scoring.
  await bothDone(scored, dropOldRuns(ctx.db, roundId, round.currentRun ?? runId))
  await ctx.db.transaction().execute(async (db) => {
    const at = ctx.clock.now().toISOString()
    await finishRun(db, roundId, runId, { now: at, keepsReadings })
    const line = {
      resource: roundResource.name,
      id: roundId,
      summary: `“${round.name}”的得分已算出`,
      detail: { runId },
    }
    await recordAudit(db, ctx.keys, { at, actorId: null, verb: 'evaluation.evaluate', line })
  })
}

/** Neither goes on once this has answered. @throws what one of them threw */
async function bothDone(...works: Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(works)
  await Promise.all(works)
}

interface Scoring {
  keep(read: KindRead): Promise<void>
  store(results: Iterable<Result>): Promise<Map<string, Fraction>>
  report(kind: SubjectKind, done: number): Promise<void>
}

/** Kind by kind: while the results of one are scored and written, the facts of the next are read already. */
async function scoreAll(input: ReadingInput, subjects: readonly Subject[], { keep, store, report }: Scoring) {
  let last: Promise<unknown> = Promise.resolve()
  const reads = order.map((kind) => {
    const read = last.then(() => readKind(input, kind, subjects))
    // Awaited in its turn; one that fails before that must not take the whole process down.
    read.catch(() => undefined)
    last = read
    return { kind, read }
  })
  try {
    let totals: ReadonlyMap<string, Fraction> = new Map()
    let done = 0
    for (const { kind, read: reading } of reads) {
      await report(kind, done)
      const read = await reading
      if (!read) continue
      await keep(read)
      const stored = await store(scoreRead(read, totals))
      if (kind === 'compound') totals = stored
      done += stored.size
    }
  } finally {
    // A fault half-way must not end the transaction while it is still being read from.
    await Promise.allSettled(reads.map(({ read }) => read))
  }
}
