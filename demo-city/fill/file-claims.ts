import { v7 as uuid } from 'uuid'
import type { App } from '../../server/app.ts'
import {
  filePastCalls,
  filePastFollowers,
  filePastIncidents,
  numbersTaken,
} from '../../server/modules/petitions/index.ts'
import type { PastFiling } from '../../server/modules/petitions/index.ts'
import type { Db } from '../../server/platform/database/database.ts'
import { callsOfCity, claimsOfCity, incidentsOfCity } from '../claims/claims-of-city.ts'
import { Draw } from '../draw.ts'
import { fictitiousPhone } from '../fictitious-codes.ts'
import type { DemoCity } from '../ground/model.ts'

export interface ClaimsToFile {
  app: Pick<App, 'context' | 'petitions'>
  demo: DemoCity
  stopped: AbortSignal
  recorded(count: number): void
}

const batchSize = 1000

/** Claims, calls to the spot and incidents of both years; what an earlier start has filed is passed over. */
export async function fileClaims({ app, demo, stopped, recorded }: ClaimsToFile): Promise<void> {
  const { context, petitions } = app
  const { db } = context
  const calls = [...callsOfCity(demo)]
  const known = await numbersTaken(
    db,
    calls.map(({ number }) => number),
  )
  if (known.size === 0)
    await db.transaction().execute(async (trx) => {
      await filePastCalls(
        trx,
        // Ids tell the time, as those of calls that were made here do: lists go by them.
        calls.map((call) => ({ id: uuid({ msecs: Date.parse(call.calledAt) }), ...call })),
      )
      await filePastIncidents(
        trx,
        [...incidentsOfCity(demo)].map((incident) => ({ id: uuid(), ...incident })),
      )
    })
  for (const batch of batches(claimsOfCity(demo))) {
    stopped.throwIfAborted()
    const taken = await numbersTaken(
      db,
      batch.map(({ number }) => number),
    )
    const fresh = batch.filter(({ number }) => !taken.has(number))
    await db.transaction().execute(async (trx) => {
      const ids = await petitions.filePast({ ...context, db: trx }, fresh)
      await follow(app, trx, fresh, ids)
    })
    recorded(batch.length)
  }
}

export const claimCount = (demo: DemoCity): number => {
  let count = 0
  for (const _ of claimsOfCity(demo)) count++
  return count
}

function* batches(claims: Iterable<PastFiling>): Generator<PastFiling[]> {
  let batch: PastFiling[] = []
  for (const claim of claims) {
    batch.push(claim)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** One claim in thirty is met by others too. */
async function follow(
  { context }: Pick<App, 'context'>,
  trx: Db,
  fresh: readonly PastFiling[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const followers = fresh.flatMap(({ number, openedAt }) => {
    const draw = new Draw('followers', number)
    if (!draw.chance(0.03)) return []
    return Array.from({ length: draw.integer(1, 4) }, () => {
      const phone = fictitiousPhone(draw.integer(1, 9999))
      const claimId = ids.get(number) ?? ''
      return { claimId, phone: context.keys.seal(phone), mark: context.keys.fingerprint(phone), at: openedAt }
    })
  })
  await filePastFollowers(trx, followers)
}
