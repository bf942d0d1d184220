import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { one, rows } from '../../../platform/database/database.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { loadRulebook } from '../../../rulebook/load.ts'
import { askedOf } from '../../party-organisations/tests/asked.ts'
import { dice, generateCity } from '../../party-organisations/tests/generated-city.ts'
import { facts } from '../facts/index.ts'
import {
  anyCourse,
  type Course,
  file,
  type Ground,
  groundsOf,
  pastClaim,
  testCategories,
} from './random-past.ts'
import { callToSpot, massIncident } from './calls-and-incidents.ts'

const rulebook = loadRulebook()
/** Where nothing is counted record by record: levels, and a denominator that is the compound's size. */
const levels = ['locality-supervised-matters', 'district-supervised-matters']
const bySize = ['sanitation-petitions']
let app: TestApp
let grounds: Ground[]

beforeAll(async () => {
  app = await testApp()
  await generateCity(app, { districts: 2, compoundsEach: 24, enterprises: 8 })
  await testCategories(app)
  grounds = await groundsOf(app)
  const d = dice(11)
  await file(
    app,
    Array.from({ length: 3000 }, () => pastClaim(anyCourse(d), d.of(grounds))),
  )
  for (let i = 0; i < 120; i++) await callToSpot(app, d, d.of(grounds))
  for (let i = 0; i < 15; i++) await massIncident(app, d.of(grounds).placeId, `2025-0${d.upTo(9) + 1}-15`)
}, 120_000)
afterAll(() => app.close())

test('every fact that the rule-book says this module computes is computed, and for the subjects it names', () => {
  const promised = Object.values(rulebook.facts).filter(
    (f) => f.provenance === 'computed' && f.module === 'petitions',
  )
  expect(facts.map((s) => s.fact).sort()).toEqual(promised.map((f) => f.id).sort())
  for (const source of facts)
    expect([...source.subjects].sort()).toEqual([...(rulebook.facts[source.fact]?.subjects ?? [])].sort())
})

describe('the records counted add up to the numerator, all of them to the denominator', () => {
  for (const source of facts)
    for (const kind of source.subjects)
      test(`${source.fact} of each ${kind}`, async () => {
        const over = askedOf(kind)
        const readings = await rows(app.database.db, source.readings(over))
        const behind = Map.groupBy(await rows(app.database.db, source.records(over)), (r) => r.subject_id)
        expect(readings.length).toBeGreaterThan(0)
        expect(new Set(readings.map((r) => r.subject_id)).size).toBe(readings.length)
        let said = 0
        for (const reading of readings) {
          const records = behind.get(reading.subject_id) ?? []
          said += records.length
          if (levels.includes(source.fact)) continue
          const counted = records.filter((r) => r.counted).length
          expect(counted, reading.subject_id).toBe(reading.numerator ?? Number(reading.value))
          if (reading.denominator !== null && !bySize.includes(source.fact))
            expect(records.length, reading.subject_id).toBe(reading.denominator)
        }
        // A fact that counts nothing anywhere would prove nothing.
        expect(said).toBeGreaterThan(0)
        const known = new Set(readings.map((r) => r.subject_id))
        expect([...behind.keys()].filter((id) => !known.has(id))).toEqual([])
      })
})

/** A reading of one compound or place in 2025. */
async function read(fact: string, kind: 'compound' | 'community' | 'street' | 'district', placeId: string) {
  const source = facts.find((f) => f.fact === fact)
  const all = await rows(
    app.database.db,
    source?.readings(askedOf(kind)) as ReturnType<(typeof facts)[0]['readings']>,
  )
  const found = all.find((r) => r.subject_id === placeId)
  return [found?.numerator ?? null, found?.denominator ?? null, found?.value ?? null] as const
}

const done: Course = {
  category: '91',
  channel: 'resident',
  openedAt: '2025-03-03T02:00:00.000Z',
  signed: 0.1,
  answered: 2,
  visited: 3,
  reached: true,
  rated: { responded: true, solved: true, satisfied: true },
  closed: 3.5,
}

describe('what counts as solved and satisfied (6.4.2, C27)', () => {
  /** A compound of its own: with these claims and no others. */
  async function compoundWith(...courses: Course[]): Promise<string> {
    const ground = await emptyCompound()
    await file(
      app,
      courses.map((course) => pastClaim(course, ground)),
    )
    return ground.placeId
  }
  async function emptyCompound(): Promise<Ground> {
    const ground = grounds.find((g) => g.providerId !== null) as Ground
    grounds = grounds.filter((g) => g !== ground)
    await sql`UPDATE petitions.claim SET excluded = 'duplicate' WHERE place_id = ${ground.placeId}`.execute(
      app.database.db,
    )
    return ground
  }

  test('solved is an outcome that the reporter does not deny; closed alone is not', async () => {
    const id = await compoundWith(
      done,
      { ...done, rated: { responded: true, solved: false, satisfied: true } },
      { ...done, outcome: 'partly' },
      { ...done, reached: false },
    )
    expect(await read('complaint-resolution', 'compound', id)).toEqual([2, 4, null])
  })

  test('nobody reached is outside the satisfied rate, and so is who said nothing', async () => {
    const id = await compoundWith(
      done,
      { ...done, rated: { responded: true, solved: true, satisfied: false } },
      { ...done, reached: false },
      { ...done, rated: { responded: true, solved: true, satisfied: null } },
    )
    expect(await read('petition-satisfaction', 'compound', id)).toEqual([1, 2, null])
  })

  test('left out with a reason, withdrawn, or no matter of property: neither above nor below', async () => {
    const { answered: _, visited: __, closed: ___, ...open } = done
    const id = await compoundWith(
      done,
      { ...done, excluded: true },
      { ...open, withdrawn: true },
      { ...done, category: '94' },
    )
    expect(await read('complaint-resolution', 'compound', id)).toEqual([1, 1, null])
  })

  test('a year without a matter is 0 of 0, which C32 reads as 无事项', async () => {
    const { placeId } = await emptyCompound()
    expect(await read('complaint-resolution', 'compound', placeId)).toEqual([0, 0, null])
  })

  test('what ended counts in the year of its end, by the day in Asia/Shanghai', async () => {
    const id = await compoundWith(
      { ...done, openedAt: '2024-12-30T02:00:00.000Z' },
      // Ends on 2025-12-31 at 23:30, and half an hour later.
      { ...done, openedAt: '2025-12-28T03:30:00.000Z' },
      { ...done, openedAt: '2025-12-28T04:00:00.000Z' },
    )
    expect(await read('complaint-resolution', 'compound', id)).toEqual([2, 2, null])
  })

  test('months in which no firm served count for nobody (C36)', async () => {
    const ground = await emptyCompound()
    await file(app, [pastClaim(done, { ...ground, providerId: null })])
    expect(await read('complaint-resolution', 'compound', ground.placeId)).toEqual([0, 0, null])
  })

  test('leaving a claim open past its term mends nothing in 3-17', async () => {
    const { answered: _, visited: __, closed: ___, ...open } = done
    const ground = await emptyCompound()
    const { id } = await one(
      app.database.db,
      sql<{ id: string }>`SELECT parent_id AS id FROM organisations.place WHERE id = ${ground.placeId}`,
    )
    const counts = async () =>
      (await read('locality-dispatched-problems-solved', 'community', id)).slice(0, 2).map(Number)
    const before = await counts()
    await file(app, [pastClaim({ ...open, overdue: 6 }, ground), pastClaim(done, ground)])
    const after = await counts()
    expect(after.map((n, i) => n - (before[i] ?? 0))).toEqual([1, 2])
  })

  test('3-16: nothing listed is the best level; half of it open past its term is the worst', async () => {
    const { answered: _, visited: __, closed: ___, ...open } = done
    const level = async (...courses: Course[]) => {
      await sql`UPDATE petitions.claim SET is_supervised = false`.execute(app.database.db)
      const ground = await emptyCompound()
      const key = { level: 'community', complex: false, supervised: true, after: 0.2 } as const
      await file(
        app,
        courses.map((course) => pastClaim({ ...course, key }, ground)),
      )
      const { id } = await one(
        app.database.db,
        sql<{ id: string }>`SELECT parent_id AS id FROM organisations.place WHERE id = ${ground.placeId}`,
      )
      return (await read('locality-supervised-matters', 'community', id))[2]
    }
    expect(await level()).toBe('3')
    expect(await level(done, done)).toBe('3')
    expect(await level(done, { ...done, overdue: 1.5 })).toBe('2')
    expect(await level(done, done, { ...open, overdue: 6 })).toBe('1')
    expect(await level(done, { ...open, overdue: 6 })).toBe('0')
  })
})

test('a compound that moved counts for the community in which it lay when the claim was filed', async () => {
  const moved = await one(
    app.database.db,
    sql<{ id: string; was: string; now: string }>`SELECT p.id, p.parent_id AS was,
        (SELECT other.id FROM organisations.place other WHERE other.kind = 'community' AND other.id <> p.parent_id LIMIT 1) AS now
      FROM organisations.place p WHERE p.kind = 'compound' AND p.id = ${grounds.find((g) => g.providerId)?.placeId}`,
  )
  const fact = 'locality-dispatched-problems-solved'
  const ground = {
    placeId: moved.id,
    providerId: grounds.find((g) => g.placeId === moved.id)?.providerId ?? null,
  }
  const both = async () => [
    (await read(fact, 'community', moved.was))[1] as number,
    (await read(fact, 'community', moved.now))[1] as number,
  ]
  await sql`UPDATE organisations.place_version SET valid_to = '2025-07-01' WHERE place_id = ${moved.id}`.execute(
    app.database.db,
  )
  await sql`INSERT INTO organisations.place_version (place_id, valid_from, code, name, parent_id, in_built_up_area)
    SELECT place_id, '2025-07-01', code, name, ${moved.now}, in_built_up_area FROM organisations.place_version
    WHERE place_id = ${moved.id}`.execute(app.database.db)
  const before = await both()
  await file(app, [
    pastClaim(done, ground),
    pastClaim({ ...done, openedAt: '2025-08-04T02:00:00.000Z' }, ground),
    pastClaim({ ...done, openedAt: '2025-08-05T02:00:00.000Z' }, ground),
  ])
  const after = await both()
  expect(after.map((n, i) => n - (before[i] ?? 0))).toEqual([1, 2])
})
