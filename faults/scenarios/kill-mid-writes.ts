import { setTimeout as pause } from 'node:timers/promises'
import { declareFact } from '../../contracts/evaluation/staff.ts'
import { createCompound } from '../../contracts/organisations/staff.ts'
import type { City } from '../city/city.ts'
import type { Person } from '../city/person.ts'
import { killPostgres } from '../city/postgres-process.ts'
import { must, mustEqual, type Scenario, someTime } from '../scenario.ts'
import { verifyTrail } from './audit-trail.ts'
import { newCompound } from './new-compound.ts'
import { communityCode, marker } from './places.ts'

const kills = 2
const leastWrites = 40

interface Write {
  key: string
  send(): ReturnType<Person['insist']>
}
interface Acknowledged extends Write {
  id: string
  text: string
}

/** Four people write while the server is killed; the pages send again with the same key until they are answered. */
export const killMidWrites: Scenario = {
  name: 'kill-mid-writes',
  title: '四人同时填报时断电',
  async once(city, time) {
    const name = marker('填报', time)
    const streams = await writers(city, time, name)
    let isOver = false
    const work = streams.map(async (next) => {
      const done: Acknowledged[] = []
      for (let n = 0; !isOver || done.length < leastWrites; n++) {
        const write = next(n)
        const { status, text, body } = await write.send()
        must(status === 200, `a write is taken: ${text}`)
        done.push({ ...write, id: (body as { id: string }).id, text })
      }
      return done
    })
    const written = Promise.all(work)
    // A writer that fails is reported below, whatever else happens first.
    written.catch(() => (isOver = true))
    for (let n = 0; n < kills; n++) {
      await pause(200 + someTime(1200))
      await city.server.kill()
      if ((time + n) % 2 === 0) await killPostgres(city.folder)
      await city.server.start()
    }
    await pause(300)
    isOver = true
    const done = (await written).flat()
    await mustBeThereOnce(city, name, done)
    for (const write of done)
      mustEqual((await write.send()).text, write.text, 'a repeated key gets the same answer')
    await mustBeThereOnce(city, name, done)
    await verifyTrail(city)
    return { writes: done.length, kills }
  },
}

async function mustBeThereOnce(city: City, name: string, done: readonly Acknowledged[]): Promise<void> {
  const ids = done.map((write) => write.id)
  mustEqual(new Set(ids).size, ids.length, 'no two writes were answered with one record')
  const kept = await city.sql<{ id: string }>(
    `SELECT id FROM organisations.place WHERE name LIKE $1 UNION ALL SELECT id FROM evaluation.declared_fact WHERE note = $2`,
    [`${name}%`, name],
  )
  mustEqual(
    kept.map((row) => row.id).sort(),
    [...ids].sort(),
    'every acknowledged write is there, and nothing else',
  )
  const trail = await city.sql<{ id: string; n: number }>(
    `SELECT resource_id AS id, count(*)::integer AS n FROM platform.audit_entry WHERE resource_id = ANY($1) GROUP BY 1 ORDER BY 1`,
    [ids],
  )
  mustEqual(
    trail,
    [...ids].sort().map((id) => ({ id, n: 1 })),
    'each write has exactly one audit entry',
  )
}

/** Two who record compounds and two who declare facts; each answers its n-th write. */
async function writers(city: City, time: number, name: string): Promise<((n: number) => Write)[]> {
  const community = await communityCode(city, time + 1)
  const recorders = await Promise.all(['city', 'city'].map((account) => city.person(account)))
  const declarers = await Promise.all(['evaluator', 'city'].map((account) => city.person(account)))
  const subjects = await subjectsWithoutFact(city)
  return [
    ...recorders.map((person, writer) => (n: number) => {
      const key = `${name} compound ${writer} ${n}`
      return {
        key,
        send: () =>
          person.insist(createCompound, { body: newCompound(community, `${name}${writer}-${n}`) }, key),
      }
    }),
    ...declarers.map((person, writer) => (n: number) => {
      const key = `${name} fact ${writer} ${n}`
      const { place, year, fact } = subjects[n * declarers.length + writer] ?? {
        place: '',
        year: 0,
        fact: '',
      }
      const body = {
        year,
        fact,
        place,
        numerator: String(n % 13),
        denominator: '12',
        note: name,
        provenance: 'declared' as const,
      }
      return { key, send: () => person.insist(declareFact, { body }, key) }
    }),
  ]
}

const yearsBefore = [2021, 2022, 2023, 2024]

/** Facts of years of which the demonstration says nothing. */
async function subjectsWithoutFact(city: City): Promise<{ place: string; year: number; fact: string }[]> {
  return await city.sql(
    `SELECT p.code AS place, y.year, f.fact FROM organisations.place p CROSS JOIN unnest($1::integer[]) AS y (year)
      CROSS JOIN (SELECT DISTINCT fact FROM evaluation.declared_fact d JOIN organisations.place c ON c.id = d.place_id AND c.kind = 'compound'
        WHERE d.numerator IS NOT NULL AND d.body_id IS NULL) AS f (fact)
      WHERE p.kind = 'compound' AND NOT EXISTS (SELECT FROM evaluation.declared_fact d WHERE d.place_id = p.id AND d.year = y.year AND d.fact = f.fact)
      ORDER BY md5(p.code || y.year || f.fact) LIMIT 5000`,
    [yearsBefore],
  )
}
