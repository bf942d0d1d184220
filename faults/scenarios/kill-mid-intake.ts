import { setTimeout as pause } from 'node:timers/promises'
import { v7 as uuid } from 'uuid'
import type { City } from '../city/city.ts'
import { killPostgres } from '../city/postgres-process.ts'
import { type FilingBody, fileInsisting, type Resident, residents } from '../city/resident.ts'
import { must, mustEqual, type Scenario, someTime } from '../scenario.ts'
import { verifyTrail } from './audit-trail.ts'
import { claimsStand } from './claims-stand.ts'
import { marker } from './places.ts'

const clients = 8

interface Filed {
  resident: Resident
  body: FilingBody
  number: string
}

/** Residents file a thousand claims while the server is killed; their pages send again with the same key until answered. */
export const killMidIntake: Scenario = {
  name: 'kill-mid-intake',
  title: '居民登记一千件诉求时断电',
  once: (city, time) =>
    filedThrough(city, time, { claims: 1000, cut: (n) => killed(city, (time + n) % 4 === 0) }),
}

/** The same, but that the server's database alone is ended. */
export const databaseGoneMidIntake: Scenario = {
  name: 'database-gone-mid-intake',
  title: '居民登记诉求时数据库重启',
  once: (city, time) => filedThrough(city, time, { claims: 500, cut: () => city.endDatabase() }),
}

async function killed(city: City, withDatabase: boolean): Promise<void> {
  await city.server.kill()
  if (withDatabase) await killPostgres(city.folder)
  await city.server.start()
}

/** @param cut what goes wrong, twice. */
export async function filedThrough(
  city: City,
  time: number,
  { claims, cut }: { claims: number; cut(n: number): Promise<void> },
): Promise<Record<string, number>> {
  const word = marker('诉求', time)
  const bodies = await bodiesOf(city, word, claims)
  const people = await residents(city, (Date.now() % 900) * 100_000, claims)
  const filed: Filed[] = []
  let next = 0
  const work = Promise.all(
    Array.from({ length: clients }, async () => {
      for (let n = next++; n < claims; n = next++) {
        const [resident, body] = [people[n] as Resident, bodies[n] as FilingBody]
        const { status, text } = await fileInsisting(city, resident, body)
        must(status === 200, `a claim is taken: ${text}`)
        filed.push({ resident, body, number: (JSON.parse(text) as { number: string }).number })
      }
    }),
  )
  // Reported below, whatever else happens first.
  work.catch(() => undefined)
  let cuts = 0
  for (; cuts < 2 && filed.length < claims * 0.8; cuts++) {
    await pause(100 + someTime(500))
    await cut(cuts)
  }
  await work
  await mustBeThereOnce(city, word, filed)
  for (const one of filed.slice(0, 100)) {
    const { text } = await fileInsisting(city, one.resident, one.body)
    mustEqual(
      (JSON.parse(text) as { number: string }).number,
      one.number,
      'a claim sent again is the same claim',
    )
  }
  await mustBeThereOnce(city, word, filed)
  await verifyTrail(city)
  return { claims: filed.length, cuts }
}

async function mustBeThereOnce(city: City, word: string, filed: readonly Filed[]): Promise<void> {
  const claims = await claimsStand(city, word)
  mustEqual(
    claims.map(({ number }) => number).sort(),
    filed.map(({ number }) => number).sort(),
    'every acknowledged claim is there once, and nothing else',
  )
  for (const { number, events } of claims)
    must(events.length >= 3 && events[0]?.kind === 'filed', `${number} has been filed, taken in and sent on`)
  const trail = await city.sql<{ n: string }>(
    `SELECT count(*)::text AS n FROM platform.audit_entry a JOIN petitions.claim c ON c.id::text = a.resource_id
      WHERE starts_with(c.content, $1) AND a.verb = 'petitions.file-own' AND starts_with(a.summary, '登记诉求')`,
    [word],
  )
  mustEqual(Number(trail[0]?.n), filed.length, 'each filing has exactly one audit entry')
}

async function bodiesOf(city: City, word: string, count: number): Promise<FilingBody[]> {
  const places = await city.sql<{ id: string }>(
    `SELECT id FROM organisations.place WHERE kind = 'compound' AND ended_on IS NULL ORDER BY code`,
  )
  return Array.from({ length: count }, (_, n) => ({
    key: uuid(),
    category: '0101',
    placeId: places[n % places.length]?.id ?? '',
    content: `${word}第${n}件，屋顶漏水（演示数据）`,
  }))
}
