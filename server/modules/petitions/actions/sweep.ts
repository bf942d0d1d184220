import type { Context } from '../../../access/context.ts'
import { recordOutbox } from '../../../access/tell.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { wakeOutbox } from '../../../platform/outbox/wake.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource } from '../policy.ts'
import { afterAll, notBefore } from '../rules/after-all.ts'
import { foldEvents } from '../rules/fold.ts'
import type { LimitOn } from '../rules/terms.ts'
import { type Heights, type Reading, whatIsDue } from '../rules/what-is-due.ts'
import { type Filed, heightsOf, historyOf, keepMoved } from '../storage/claims.ts'
import { dueIds, holdDue } from '../storage/due-claims.ts'
import { readingOf } from '../reading.ts'
import type { Advanced } from './advance.ts'
import { tellsOfSweep } from './tell-sweep.ts'

/** What a sweep did. */
export interface Swept {
  /** Claims to which something happened. */
  claims: number
  warned: number
  overdue: number
  climbed: number
  resumed: number
}

export type SweepContext = Omit<Context, 'actor'>

const claimsPerBatch = 1000
/** Batches at once: while one is decided here, the database writes the other. */
const lanes = 2
/** Most claims that one sweep takes on; what is left over comes with the next one. */
const most = 200_000

/**
 * One look at every claim that waits for one by now, so that each is looked at once. Each batch is a transaction of its
 * own: what it decides, its line in the trail and whom it tells stand together, or not at all. Servers that sweep at
 * once take different claims, and what a server slept through is found by the next sweep, once.
 * @throws AggregateError for claims whose events cannot be read; the others have been swept all the same
 */
export async function sweep(
  context: SweepContext,
  means: PetitionMeans,
  signal?: AbortSignal,
): Promise<Swept> {
  const now = context.clock.now().toISOString()
  const ids = await dueIds(context.db, now, most)
  const swept: Swept = { claims: 0, warned: 0, overdue: 0, climbed: 0, resumed: 0 }
  if (ids.length === 0) return swept
  const reading = await readingOf(context, { ...means, limits: remembered(means.limits) })
  const faults: Error[] = []
  const work = async () => {
    for (;;) {
      const batch = ids.splice(0, claimsPerBatch)
      if (batch.length === 0 || signal?.aborted) return
      const { moved, unread } = await sweepBatch(context, batch, now, reading)
      count(swept, moved)
      faults.push(...unread)
    }
  }
  await Promise.all(Array.from({ length: lanes }, work))
  if (swept.claims > 0) wakeOutbox(context.db)
  if (faults.length > 0) throw new AggregateError(faults, faults[0]?.message)
  return swept
}

/** The same limit is asked of claim after claim: each is looked up once in a sweep. */
function remembered(limits: LimitOn): LimitOn {
  const known = new Map<string, string>()
  return (id, day) => {
    const key = `${day} ${id}`
    const text = known.get(key) ?? limits(id, day)
    known.set(key, text)
    return text
  }
}

function count(swept: Swept, moved: readonly Advanced[]): void {
  swept.claims += moved.length
  for (const { fresh } of moved)
    for (const { kind } of fresh)
      if (kind === 'warned' || kind === 'overdue' || kind === 'climbed' || kind === 'resumed') swept[kind]++
}

interface Batch {
  moved: Advanced[]
  unread: Error[]
}

const sweepBatch = (
  { db, keys }: SweepContext,
  ids: readonly string[],
  now: string,
  reading: Reading,
): Promise<Batch> =>
  db.transaction().execute(async (trx) => {
    const held = await holdDue(trx, ids, now)
    if (held.length === 0) return { moved: [], unread: [] }
    const batch = await lookAt(trx, held, now, reading)
    const { moved } = batch
    if (moved.length === 0) return batch
    await keepMoved(
      trx,
      moved.map(({ filed: { id }, claim, fresh }) => ({ id, claim, fresh })),
      reading,
    )
    const line = { resource: claimResource.name, ...lineOf(moved, keys.fingerprint) }
    await recordAudit(trx, keys, { at: now, actorId: null, verb: 'petitions.sweep', line })
    await recordOutbox(trx, keys, now, await tellsOfSweep(trx, moved))
    return batch
  })

/** Pure but for what it reads, in two statements for all of them. */
async function lookAt(trx: Trx, held: readonly Filed[], now: string, reading: Reading): Promise<Batch> {
  const ids = held.map(({ id }) => id)
  const histories = await historyOf(trx, ids)
  const heights = await heightsOf(
    trx,
    held.map(({ placeId }) => placeId),
  )
  const batch: Batch = { moved: [], unread: [] }
  for (const filed of held) {
    const over = heights.get(filed.placeId) as Heights
    try {
      const before = foldEvents(histories.get(filed.id) ?? [], reading.limits)
      const due = whatIsDue(before, notBefore(before, now), reading, over)
      const { claim, fresh } = afterAll(before, due, reading.limits, over)
      if (fresh.length > 0) batch.moved.push({ filed, before, claim, fresh })
    } catch (fault) {
      batch.unread.push(new Error(`诉求 ${filed.number} 无法计时：${(fault as Error).message}`))
    }
  }
  return batch
}

/** One line of the trail for a batch: counts, and a keyed fingerprint of exactly what was written. */
function lineOf(moved: readonly Advanced[], fingerprint: (text: string) => string) {
  const swept: Swept = { claims: 0, warned: 0, overdue: 0, climbed: 0, resumed: 0 }
  count(swept, moved)
  const rows = moved.map(({ filed, fresh }) => [filed.id, fresh.map(({ seq, kind }) => [seq, kind])])
  const [only] = moved.length === 1 ? moved : []
  return {
    id: only?.filed.id ?? 'many',
    summary: `到点检查：${swept.claims} 件诉求，预警 ${swept.warned}，超期 ${swept.overdue}，升级 ${swept.climbed}，恢复计时 ${swept.resumed}`,
    detail: { ...swept, hash: fingerprint(JSON.stringify(rows)) },
  }
}
