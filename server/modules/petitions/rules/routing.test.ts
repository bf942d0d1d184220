import { describe, expect, test } from 'vitest'
import { type Duty, type RoutingScene, route, routingEvent } from './routing.ts'

const offices = (['community', 'street', 'district', 'city'] as const).map((level) => ({
  level,
  placeId: level,
}))
const scene = (over: Partial<RoutingScene> = {}): RoutingScene => ({
  responsible: 'provider',
  aboutFirm: false,
  ladder: offices,
  duties: [],
  firmId: 'firm',
  contractEnded: false,
  committeeId: null,
  ...over,
})
const duty = (over: Partial<Duty> = {}): Duty => ({
  category: '10',
  distance: 3,
  bodyId: 'enforcers',
  bodyStands: true,
  office: null,
  from: '2026-01-01',
  ...over,
})
const who = (over: Partial<RoutingScene>) => {
  const routed = route(scene(over))
  return routed.to === null
    ? `nobody: ${routed.why}, ${routed.leader.placeId}`
    : (routed.to.bodyId ?? routed.to.placeId)
}

describe('6.4.2: place, category, contract and duty list say who answers', () => {
  test.each<[string, Partial<RoutingScene>, string]>([
    ['the firm by its contract', {}, 'firm'],
    ['without a firm the owners’ committee', { firmId: null, committeeId: 'committee' }, 'committee'],
    ['without either the community', { firmId: null }, 'community'],
    [
      'a contract that has ended is nobody’s: a trigger of its own',
      { firmId: null, contractEnded: true },
      'nobody: contract-ended, community',
    ],
    [
      'and stays so although there is a committee',
      { firmId: null, contractEnded: true, committeeId: 'c' },
      'nobody: contract-ended, community',
    ],
    [
      'what the committee answers for, with a committee',
      { responsible: 'committee', committeeId: 'committee' },
      'committee',
    ],
    ['and without', { responsible: 'committee' }, 'community'],
    ['the community', { responsible: 'community' }, 'community'],
    ['the street', { responsible: 'street' }, 'street'],
    [
      'where no community lies over the place, the street',
      { responsible: 'community', ladder: offices.slice(1) },
      'street',
    ],
    ['the city', { responsible: 'city' }, 'city'],
  ])('%s', (_, over, expected) => expect(who(over)).toBe(expected))
})

describe('6.4.4 物业+执法+服务: enforcement is asked by the duty list', () => {
  test.each<[string, Partial<RoutingScene>, string]>([
    ['the department on the list', { responsible: 'enforcement', duties: [duty()] }, 'enforcers'],
    ['without a list the district office', { responsible: 'enforcement' }, 'district'],
    [
      'a department that exists no more',
      { responsible: 'enforcement', duties: [duty({ bodyStands: false })] },
      'nobody: body-ended, community',
    ],
    [
      'a line for a narrower category goes before one for all',
      { duties: [duty({ category: null, distance: 0, bodyId: 'all' }), duty()] },
      'enforcers',
    ],
    ['of equal ones the nearer place', { duties: [duty(), duty({ distance: 1, bodyId: 'near' })] }, 'near'],
    ['then the later', { duties: [duty(), duty({ bodyId: 'later', from: '2026-06-01' })] }, 'later'],
    [
      'an office instead of a body',
      { duties: [duty({ bodyId: null, office: { level: 'street', placeId: 's2' } })] },
      's2',
    ],
  ])('%s', (_, over, expected) => expect(who(over)).toBe(expected))
})

describe('a complaint about the firm never goes to that firm alone', () => {
  const complaint = { aboutFirm: true, responsible: 'community' as const }
  test('the community has it, the firm is asked besides', () =>
    expect(route(scene(complaint))).toEqual({
      to: { level: 'community', bodyId: null, placeId: 'community' },
      coBodyId: 'firm',
    }))
  test('although the category says the firm', () =>
    expect(who({ aboutFirm: true, responsible: 'provider' })).toBe('community'))
  test('although the duty list names it', () =>
    expect(who({ ...complaint, duties: [duty({ category: '13', bodyId: 'firm' })] })).toBe('community'))
  test('without a firm nobody is asked besides', () =>
    expect(route(scene({ ...complaint, firmId: null }))).toMatchObject({ coBodyId: null }))
})

test('what stands in the history says whom it was sent to, or why to nobody', () => {
  const at = '2026-11-23T01:00:00.000Z'
  expect(routingEvent(route(scene()), at, null)).toEqual({
    kind: 'dispatched',
    at,
    by: null,
    data: { to: { level: 'project', bodyId: 'firm', placeId: null } },
  })
  expect(routingEvent(route(scene({ firmId: null, contractEnded: true })), at, null)).toMatchObject({
    kind: 'no-owner',
    data: { why: 'contract-ended', leader: { level: 'community' } },
  })
})
