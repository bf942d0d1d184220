import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '../../../../contracts/accounts/words.ts'
import { signOut } from '../../../../contracts/accounts/staff.ts'
import type { Endpoint } from '../../../../contracts/endpoint.ts'
import { type Actor, visitor } from '../../actor.ts'
import { ask } from './ask.ts'
import { cityWithEverybody, type Everybody, knownFor } from './city-with-everybody.ts'

let city: Everybody

beforeAll(async () => {
  city = await cityWithEverybody()
})
afterAll(() => city.app.close())

/** What an endpoint answers, to a session or without one. */
async function send(endpoint: Endpoint, token: string | undefined) {
  const known = { ...city.known, ...knownFor(city, endpoint.path) }
  const { status, text } = await ask(city.app, endpoint, { token, known })
  return { status, text: status === 200 ? '' : text.slice(0, 200) }
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
      // Kinds of file, and stages of a round, ask for their own verb besides the door's.
      const isOtherVerb = may && /^\/api\/imports\/|\/stage$/.test(endpoint.path) && status === 403
      if (!isRight && !isOtherVerb)
        wrong.push(`${endpoint.method} ${endpoint.path} (${may ? 'may' : 'may not'}): ${status} ${text}`)
    }
    expect(wrong).toEqual([])
  },
)
