import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { declareFact } from '../../../../contracts/evaluation/staff.ts'
import { Together } from '../../../platform/database/together.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { type SmallCity, smallCity } from '../testing/small-city.ts'

let app: TestApp
let city: SmallCity
let person: Person
/** Each turn to the database: the beginnings of the statements that went in it. */
let turns: string[][] = []
const query = pg.Client.prototype.query
const said = { year: 2026, fact: 'sanitation-grade', provenance: 'inspected' as const }

beforeAll(async () => {
  app = await testApp()
  city = await smallCity(app)
  person = city.people.city
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [sent] = args as [Together | { text: string } | string]
    const texts = sent instanceof Together ? [...sent.before, sent.last] : [sent]
    turns.push(
      texts.map((one) => (typeof one === 'string' ? one : one.text).split(/\s+/).slice(0, 3).join(' ')),
    )
    return Reflect.apply(query, this, args)
  } as typeof query
})
afterAll(async () => {
  pg.Client.prototype.query = query
  await app.close()
})

const place = () => city.compounds[0]?.code ?? ''
const declare = (grader: string, value: string, key?: string) =>
  person.call(
    declareFact,
    { body: { ...said, place: place(), grader, value } },
    key ? { 'idempotency-key': key } : {},
  )
const trail = async (id: string) =>
  (
    await app.database.pool.query<{ summary: string }>(
      'SELECT summary FROM platform.audit_entry WHERE resource_id = $1',
      [id],
    )
  ).rows
const held = async (grader: string) =>
  (
    await app.database.pool.query<{ id: string; named: string; version: number }>(
      'SELECT id, named, version FROM evaluation.declared_fact WHERE grader = $1',
      [grader],
    )
  ).rows

/** Somebody else records the same fact and has not committed yet, while the work goes on. */
async function meanwhile<T>(grader: string, named: string, work: () => Promise<T>): Promise<[string, T]> {
  const owner = new pg.Client({ connectionString: app.migratorUrl })
  await owner.connect()
  const id = randomUUID()
  await owner.query('BEGIN')
  await owner.query(
    `INSERT INTO evaluation.declared_fact (id, year, fact, place_id, grader, named, provenance, recorded_at)
     VALUES ($1, 2026, 'sanitation-grade', $2, $3, $4, 'inspected', now())`,
    [id, city.compounds[0]?.id, grader, named],
  )
  const done = work()
  await after(300)
  await owner.query('COMMIT')
  await owner.end()
  return [id, await done]
}

beforeEach(async () => {
  // Statements go together once each is prepared on its connection.
  for (const n of [1, 2, 3]) await declare(`${randomUUID()}-${n}`, '良', randomUUID())
  turns = []
})

test('a new fact takes three turns: the session; the year held, the guard and what must be known; the fact, its audit and COMMIT', async () => {
  const { status, body } = await declare('甲', '良')
  expect(status).toBe(200)
  expect(turns).toEqual([
    ['SELECT s.token_hash, s.account_id,'],
    ['begin', 'SELECT FROM pg_advisory_xact_lock_shared(715027,', 'SELECT r.id, r.kind,'],
    ['INSERT INTO evaluation.declared_fact', 'WITH entry AS', 'commit'],
  ])
  expect(await held('甲')).toMatchObject([{ id: body.id, named: '良', version: 1 }])
  expect(await trail(body.id)).toHaveLength(1)
})

test('the answer kept under the submission’s key goes in the same three turns, and a second click gets it', async () => {
  const key = randomUUID()
  const first = await declare('乙', '良', key)
  expect(turns.at(-1)).toEqual([
    'INSERT INTO evaluation.declared_fact',
    'WITH entry AS',
    'INSERT INTO platform.idempotency',
    'commit',
  ])
  expect(turns).toHaveLength(3)
  expect((await declare('乙', '良', key)).body).toEqual(first.body)
  expect(await trail(first.body.id)).toHaveLength(1)
})

test('what was said before is compared, not expected to be new: nothing fails on the way', async () => {
  const { body } = await declare('丙', '良')
  turns = []
  expect((await declare('丙', '良')).body).toEqual(body)
  expect(turns.flat()).not.toContain('rollback')
  expect((await declare('丙', '优')).status).toBe(422)
  expect(await held('丙')).toMatchObject([{ named: '良', version: 1 }])
})

test('somebody said the same a moment before: it stays one fact, and the trail tells of each once', async () => {
  const [id, { status, body }] = await meanwhile('丁', '良', () => declare('丁', '良'))
  expect({ status, id: body.id }).toEqual({ status: 200, id })
  expect(turns.flat()).toContain('rollback')
  expect(await held('丁')).toMatchObject([{ id, named: '良' }])
  expect(await trail(id)).toHaveLength(1)
})

test('C31: somebody said otherwise a moment before: that stays, and a reason is asked for', async () => {
  const [id, { status }] = await meanwhile('戊', '差', () => declare('戊', '优'))
  expect(status).toBe(422)
  expect(await held('戊')).toMatchObject([{ id, named: '差', version: 1 }])
  expect(await trail(id)).toHaveLength(0)
})

test('what the guard refuses is never written, though nothing written is waited for', async () => {
  const stranger = await app.person({ role: 'community-official', placeId: city.communityId })
  await app.database.pool.query('UPDATE access.grant_of_role SET valid_to = valid_from WHERE actor_id = $1', [
    stranger.id,
  ])
  const { status } = await stranger.call(declareFact, {
    body: { ...said, place: place(), grader: '己', value: '良' },
  })
  expect(status).toBe(403)
  expect(await held('己')).toEqual([])
})
