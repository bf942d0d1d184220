import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, signOut } from '../../../../contracts/accounts/staff.ts'
import { roles } from '../../../../contracts/accounts/words.ts'
import type { Endpoint } from '../../../../contracts/endpoint.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { cityWithEverybody, type Everybody, knownFor } from './city-with-everybody.ts'
import { sample, shapeOf, withField } from './sample.ts'

let city: Everybody
let count = 0

beforeAll(async () => {
  city = await cityWithEverybody()
})
afterAll(() => city.app.close())

const long = 'x'.repeat(20_000)
/** What no field should choke on. */
const texts = [
  '',
  '\u0000',
  'a\udc00b',
  long,
  "'; DROP TABLE organisations.place; --",
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '%',
  '-1',
  '1e309',
  '9'.repeat(40),
  '99999999999',
  '2026-99-99',
  '9999-12-31',
  'not-a-uuid',
  '5_not-a-uuid',
  '1/0',
]
const others: unknown[] = [-1, 1.5, 1e15, 2 ** 31, 1e308, null, {}, ['x']]

/** Somebody who gets past the door of an endpoint. */
function entitled(endpoint: Endpoint): Person {
  const { policy, clock } = city.app.context
  const role = roles.find((one) =>
    policy.mayAnywhere(
      {
        id: 'x',
        displayName: '',
        today: clock.today(),
        grants: [{ id: '', role: one, placeId: null, bodyId: null }],
      },
      endpoint.verb,
    ),
  )
  return city.people[role ?? 'city-official']
}

interface Sent {
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
}

async function send(endpoint: Endpoint, { params, query, body }: Sent): Promise<string | undefined> {
  const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  )
  const search = new URLSearchParams(query)
  const { statusCode, body: answer } = await city.app.http.inject({
    method: endpoint.method,
    url: `${url}?${search}`,
    headers: {
      'x-gongzhi': '1',
      'content-type': 'application/json',
      'x-forwarded-for': `10.${count >> 16}.${(count >> 8) & 255}.${count++ & 255}`,
    },
    cookies: { gongzhi_session: entitled(endpoint).token },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  return statusCode >= 500 ? `${statusCode} ${answer.slice(0, 80)}` : undefined
}

/** Every field of the three parts of a request, filled with something bad, one at a time. */
function* attacks(endpoint: Endpoint): Generator<{ where: string; sent: Sent }> {
  const known = { ...city.known, ...knownFor(city, endpoint.path) }
  const fill = (schema: Endpoint['body'], all: boolean) => {
    const shape = shapeOf(schema)
    if (!shape) return {}
    const every = all
      ? Object.fromEntries(
          Object.entries(shape.properties ?? {}).map(([name, field]) => [name, sample(field, known, name)]),
        )
      : {}
    return { ...every, ...(sample(shape, known) as object) }
  }
  const good: Sent = {
    params: fill(endpoint.params, false) as Record<string, string>,
    query: fill(endpoint.query, false) as Record<string, string>,
    body: endpoint.body ? fill(endpoint.body, true) : undefined,
  }
  for (const bad of texts) {
    for (const { path, value } of withField(good.params, bad))
      yield { where: `params.${path}`, sent: { ...good, params: value as Sent['params'] } }
    const names = Object.keys(shapeOf(endpoint.query)?.properties ?? {})
    for (const name of names)
      yield { where: `query.${name}`, sent: { ...good, query: { ...good.query, [name]: bad } } }
  }
  if (endpoint.body)
    for (const bad of [...texts, ...others])
      for (const { path, value } of withField(good.body, bad))
        yield { where: `body.${path}`, sent: { ...good, body: value } }
}

const skipped: readonly Endpoint[] = [signOut, signIn]

test('no text, number or thing in any field of any endpoint is a fault of ours: each is taken or refused in words', async () => {
  const wrong = new Map<string, string>()
  const attack = async (endpoint: Endpoint) => {
    for (const { where, sent } of attacks(endpoint)) {
      const fault = await send(endpoint, sent)
      const at = `${endpoint.method} ${endpoint.path} ${where}`
      if (fault && !wrong.has(at)) wrong.set(at, fault)
    }
  }
  await Promise.all(city.endpoints.filter((one) => !skipped.includes(one)).map(attack))
  expect([...wrong].map(([at, fault]) => `${at}: ${fault}`)).toEqual([])
}, 300_000)
