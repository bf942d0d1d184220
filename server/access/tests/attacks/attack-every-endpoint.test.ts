import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '../../../../contracts/accounts/words.ts'
import { signOut } from '../../../../contracts/accounts/staff.ts'
import type { Endpoint } from '../../../../contracts/endpoint.ts'
import { type Actor, visitor } from '../../actor.ts'
import { cityWithEverybody, type Everybody, knownFor } from './city-with-everybody.ts'
import { sample, shapeOf } from './sample.ts'

let city: Everybody
let count = 0

beforeAll(async () => {
  city = await cityWithEverybody()
})
afterAll(() => city.app.close())

/** A request that the contract takes, sent with a session or without. */
async function send(endpoint: Endpoint, token: string | undefined) {
  const known = { ...city.known, ...knownFor(city, endpoint.path) }
  const [params, query, body] = [endpoint.params, endpoint.query, endpoint.body].map((schema) => {
    const shape = shapeOf(schema)
    return shape && (sample(shape, known) as Record<string, string>)
  })
  const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  const response = await city.app.http.inject({
    method: endpoint.method,
    url,
    query: query ?? {},
    // As if each came from another office: the doors that count attempts are not what is tried here.
    headers: { 'x-gongzhi': '1', 'x-forwarded-for': `10.0.${count >> 8}.${count++ & 255}` },
    cookies: token ? { gongzhi_session: token } : {},
    ...(body ? { payload: body } : {}),
  })
  return { status: response.statusCode, text: response.statusCode === 200 ? '' : response.body.slice(0, 200) }
}

const isOpen = (endpoint: Endpoint) => endpoint.verb === 'public'
const tried = () => city.endpoints.filter((endpoint) => endpoint !== signOut)

test('a visitor is told 401 at every door but the public ones, whatever is sent', async () => {
  const wrong: string[] = []
  for (const endpoint of tried()) {
    const { status, text } = await send(endpoint, undefined)
    if (isOpen(endpoint) ? status >= 500 : status !== 401)
      wrong.push(`${endpoint.method} ${endpoint.path}: ${status} ${text}`)
  }
  expect(wrong).toEqual([])
})

test.each(roles)(
  '%s: 403 where the policy table has no line for the role, never a fault where it has one',
  async (role: Role) => {
    const { policy, clock } = city.app.context
    const person = city.people[role]
    const actor: Actor = {
      ...visitor(clock.today()),
      id: person.id,
      grants: [{ id: '', role, placeId: null, bodyId: null }],
    }
    const wrong: string[] = []
    for (const endpoint of tried()) {
      const may =
        isOpen(endpoint) || endpoint.verb === 'signed-in' || policy.mayAnywhere(actor, endpoint.verb)
      const { status, text } = await send(endpoint, person.token)
      const isRight = may
        ? status < 500 && !/platform.not-(allowed|signed-in)/.test(text)
        : status === 403 && text.includes('platform.not-allowed')
      // Two kinds of file ask for their own verb besides the door's.
      const isOtherVerb = may && endpoint.path.startsWith('/api/imports/') && status === 403
      if (!isRight && !isOtherVerb)
        wrong.push(`${endpoint.method} ${endpoint.path} (${may ? 'may' : 'may not'}): ${status} ${text}`)
    }
    expect(wrong).toEqual([])
  },
)
