import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '../../../../contracts/accounts/words.ts'
import type { Endpoint } from '../../../../contracts/endpoint.ts'
import { maybe } from '../../../platform/database/database.ts'
import type { Actor } from '../../actor.ts'
import type { Resource } from '../../resource.ts'
import { ask } from './ask.ts'
import { type Side, type TwoDistricts, twoDistricts } from './two-districts.ts'

let city: TwoDistricts
/** How many answers were held against the policy table. */
let compared = 0
/** Routes to a record for which one was found that one side reaches and the other does not. */
const walked = new Set<Endpoint>()

beforeAll(async () => {
  city = await twoDistricts()
}, 120_000)
afterAll(() => city.app.close())

const endpoints = () => city.app.modules.flatMap((module) => module.routes).map((route) => route.endpoint)

/** Writes that name no place or body: what is made or read there is one's own, or everybody's. */
const ofNoPlace = [
  'POST /api/standards/proposals/check',
  'POST /api/notices/read',
  'POST /api/grading/my-ties',
  'POST /api/accounts/accounts',
  'POST /api/accounts/one-time-passwords',
]

/** Of enterprises only, where the record that is found first is a compound's. */
const ofOtherKind: string[] = [
  '/api/evaluation/rounds/:id/enterprises/:bodyId/city-figure',
  // Only while a round takes appeals, or its result stands.
  '/api/publicity/subjects/:id/appealable',
  '/api/publicity/subjects/:id/correctable',
  // A place is found first that is no compound.
  '/api/petitions/places/:id/poster',
]

/**
 * Steps for which the demonstration city has no record on both sides, or whose body must name one of two things: the
 * module's own test (petitions/tests/abroad.test.ts) sends other areas' offices to them.
 */
const provenByTheModule = [
  'POST /api/petitions/claims/:id/openings',
  'POST /api/petitions/claims/:id/transfer',
  'POST /api/petitions/whistles/:id/end',
  'POST /api/petitions/whistles/:id/cancellation',
  'POST /api/petitions/mass-incidents/:id/withdrawal',
]
const isProvenThere = ({ method, path }: Endpoint) => provenByTheModule.includes(`${method} ${path}`)

/** What the policy table lets a verb be done on. */
function resourcesOf({ verb }: Endpoint): Resource[] {
  const found = city.app.context.policy.rules.filter((rule) => rule.verb === verb)
  return [...new Map(found.map(({ resource }) => [resource.name, resource])).values()]
}

const filterOf = (actor: Actor, { verb }: Endpoint, resource: Resource) =>
  city.app.context.policy.filter(actor, verb, resource)

/** A record for which a condition holds; never one of the people who walk here. */
async function recordWhere(resource: Resource, condition: RawBuilder<boolean>): Promise<string | undefined> {
  const key = sql.ref(`r.${resource.key}`)
  const walkers = [city.home, city.abroad].flatMap(({ people }) => Object.values(people).map(({ id }) => id))
  const row = await maybe(
    city.app.database.db,
    sql<{ id: string }>`SELECT ${key}::text AS id FROM ${resource.table} r
      WHERE (${condition}) IS TRUE AND ${key}::text <> ALL(${walkers}) ORDER BY 1 LIMIT 1`,
  )
  return row?.id
}

interface Pair {
  resource: Resource
  /** Reached by the role at home only, and by the same role abroad only. */
  ours: string | undefined
  theirs: string | undefined
}

/** For each kind of record of a verb one on this side of the policy's fence, and one on the other. */
async function pairsOf(endpoint: Endpoint, role: Role): Promise<Pair[]> {
  const here = (await city.home.people[role].ctx()).actor
  const there = (await city.abroad.people[role].ctx()).actor
  const pairs: Pair[] = []
  for (const resource of resourcesOf(endpoint)) {
    const mine = filterOf(here, endpoint, resource)
    const other = filterOf(there, endpoint, resource)
    const ours = await recordWhere(resource, sql<boolean>`${mine} AND (${other}) IS NOT TRUE`)
    const theirs = await recordWhere(resource, sql<boolean>`${other} AND (${mine}) IS NOT TRUE`)
    pairs.push({ resource, ours, theirs })
  }
  return pairs
}

const byRecord = (endpoint: Endpoint) => /\/:id(\/|$)/.test(endpoint.path)
const isOpen = ({ verb }: Endpoint) => verb === 'public' || verb === 'signed-in'
const may = async (endpoint: Endpoint, role: Role) =>
  city.app.context.policy.mayAnywhere((await city.home.people[role].ctx()).actor, endpoint.verb)

/** A record in an address: the parameters that name it, or what it belongs to. */
interface Named {
  params: Record<string, string>
  /** Whether the address names the record itself, and not only what it belongs to. */
  byItself: boolean
}

/** `/rounds/:id/subjects/:subjectId` for a subject: its round is told by its own row. */
async function nameIn(endpoint: Endpoint, { table, key }: Resource, id: string): Promise<Named> {
  const found = await maybe(
    city.app.database.db,
    sql<{
      row: Record<string, string | null>
    }>`SELECT to_jsonb(r) AS row FROM ${table} r WHERE ${sql.ref(`r.${key}`)} = ${id}::uuid`,
  )
  const params: Record<string, string> = {}
  for (const [, above = '', name = ''] of endpoint.path.matchAll(/(?:\/([\w-]+?)s)?\/:(\w+)/g)) {
    const what = name === 'id' ? above : name.replace(/Id$/, '')
    if (/^(id|\w+Id)$/.test(name)) params[name] = found?.row[`${what}_id`] ?? id
  }
  return { params, byItself: Object.values(params).includes(id) }
}

/** Asks for a record as somebody of a side. */
function askFor(side: Side, role: Role, endpoint: Endpoint, { params }: Named) {
  compared++
  return ask(city.app, endpoint, { token: side.people[role].token, known: { ...side.known, ...params } })
}

const told = (endpoint: Endpoint, what: string, { status, text }: { status: number; text: string }) =>
  `${endpoint.method} ${endpoint.path} ${what}: ${status} ${text.slice(0, 160)}`

const isNotFound = ({ status, text }: { status: number; text: string }) =>
  status === 404 && text.includes('platform.not-found')
const isNotAllowed = ({ status, text }: { status: number; text: string }) =>
  status === 403 && /platform\.not-allowed|accounts\.second-factor-needed/.test(text)
const isRefused = ({ status, text }: { status: number; text: string }) =>
  status === 401 || status >= 500 || /platform\.not-(allowed|found|signed-in)/.test(text)

test.each(roles)(
  '%s: a record of the own side is answered, one of the other side is not there',
  async (role) => {
    const wrong: string[] = []
    for (const endpoint of endpoints()) {
      if (!byRecord(endpoint) || isOpen(endpoint) || isProvenThere(endpoint)) continue
      if (!(await may(endpoint, role))) continue
      const pairs = await pairsOf(endpoint, role)
      // Only reading leaves everything as it was; that what may be changed can be changed the modules prove.
      const own: Named[] = []
      for (const { resource, ours } of endpoint.method === 'GET' ? pairs : [])
        if (ours) own.push(await nameIn(endpoint, resource, ours))
      const answers = await Promise.all(own.map((named) => askFor(city.home, role, endpoint, named)))
      // A verb may be held on several kinds of record: the address means one of them.
      const isOurs = !ofOtherKind.includes(endpoint.path)
      if (isOurs && answers[0] && answers.every(isRefused)) wrong.push(told(endpoint, 'own', answers[0]))
      for (const { resource, ours, theirs } of pairs) {
        if (ours ?? theirs) walked.add(endpoint)
        for (const [side, id, what] of [
          [city.home, theirs, 'theirs'],
          [city.abroad, ours, 'ours from abroad'],
        ] as const) {
          if (!id) continue
          const named = await nameIn(endpoint, resource, id)
          const answer = await askFor(side, role, endpoint, named)
          // What is done may ask for a further verb of its own, which the role lacks.
          const isKept = named.byItself
            ? isNotFound(answer) || isNotAllowed(answer)
            : !answer.text.includes(id)
          if (!isKept) wrong.push(told(endpoint, `${what} ${resource.name}`, answer))
        }
      }
    }
    expect(wrong).toEqual([])
  },
)

test.each(roles)('%s: no list of one side holds a record of the other', async (role) => {
  const wrong: string[] = []
  for (const endpoint of endpoints()) {
    if (endpoint.method !== 'GET' || endpoint.path.includes(':') || isOpen(endpoint)) continue
    if (!(await may(endpoint, role))) continue
    for (const { resource, ours, theirs } of await pairsOf(endpoint, role)) {
      for (const [side, id] of [
        [city.home, theirs],
        [city.abroad, ours],
      ] as const) {
        if (!id) continue
        compared++
        const answer = await ask(city.app, endpoint, { token: side.people[role].token, known: {} })
        if (answer.text.includes(id)) wrong.push(told(endpoint, `holds a foreign ${resource.name}`, answer))
      }
    }
  }
  expect(wrong).toEqual([])
})

test.each(roles)('%s: nothing is written under places and bodies of the other side', async (role) => {
  const wrong: string[] = []
  for (const endpoint of endpoints()) {
    if (endpoint.method === 'GET' || endpoint.path.includes(':') || isOpen(endpoint)) continue
    if (ofNoPlace.includes(`${endpoint.method} ${endpoint.path}`)) continue
    if (!(await may(endpoint, role))) continue
    compared++
    const { token } = city.abroad.people[role]
    const answer = await ask(city.app, endpoint, { token, known: city.home.known })
    if (answer.status === 200 || answer.status >= 500) wrong.push(told(endpoint, 'from abroad', answer))
  }
  expect(wrong).toEqual([])
})

/** Whether a verb is bounded by places or bodies at all: what is the whole city's, or one's own, has no other side. */
const isBounded = ({ verb }: Endpoint) =>
  city.app.context.policy.rules.some(
    (rule) => rule.verb === verb && !/^(everywhere|own|over the whole city)$/.test(rule.condition),
  )

test('every route to a record was walked, as far as the demonstration city has such records', async () => {
  const forgotten: string[] = []
  for (const endpoint of endpoints()) {
    if (!byRecord(endpoint) || isOpen(endpoint) || walked.has(endpoint) || !isBounded(endpoint)) continue
    if (isProvenThere(endpoint)) continue
    const some = await Promise.all(
      resourcesOf(endpoint).map((resource) => recordWhere(resource, sql<boolean>`true`)),
    )
    if (some.some((id) => id !== undefined)) forgotten.push(`${endpoint.method} ${endpoint.path}`)
  }
  expect(forgotten).toEqual([])
})

test('the walk has held enough answers against the table to mean something', () => {
  expect(compared).toBeGreaterThan(1000)
})
