import type { Role } from '../../../../contracts/accounts/words.ts'
import type { Grant } from '../../../access/actor.ts'
import { today, type World } from './access-world.ts'

/**
 * Who may do what, written a second time from the words of the order, without SQL and without a look at policy.ts:
 * two writings that agree on every generated world are unlikely to share a mistake.
 */
type Row = { id: string }
type Test = (world: World, held: Grant[], row: Row) => boolean

const lies = (world: World, placeId: string, above: string | null): boolean => {
  for (
    let at: string | null = placeId;
    at !== null;
    at = world.places.find((p) => p.id === at)?.parentId ?? null
  )
    if (at === above) return true
  return false
}
const within = (world: World, held: Grant[], placeId: string) =>
  held.some((g) => lies(world, placeId, g.placeId))
const own = (held: Grant[], bodyId: string | null) => bodyId !== null && held.some((g) => g.bodyId === bodyId)
const running = (c: World['contracts'][number]) => c.from <= today && (c.to === null || c.to > today)
const serves = (world: World, held: Grant[], compoundId: string | null) =>
  world.contracts.some((c) => c.compoundId === compoundId && running(c) && own(held, c.providerId))
const partyTo = (world: World, held: Grant[], compoundId: string | null) =>
  serves(world, held, compoundId) ||
  world.committees.some((c) => c.compoundId === compoundId && own(held, c.bodyId))
/** An enterprise belongs wherever it has, or had, a contract. */
const works = (world: World, held: Grant[], bodyId: string | null) =>
  world.contracts.some((c) => c.providerId === bodyId && within(world, held, c.compoundId))

const find = <T extends Row>(rows: T[], row: Row) => rows.find((one) => one.id === row.id) as T

const placeWithin: Test = (w, h, r) => within(w, h, r.id)
const placeParty: Test = (w, h, r) => partyTo(w, h, r.id)
const bodyWithin: Test = (w, h, r) => within(w, h, find(w.bodies, r).placeId) || works(w, h, r.id)
const bodyOwn: Test = (_, h, r) => own(h, r.id)
const contractWithin: Test = (w, h, r) => within(w, h, find(w.contracts, r).compoundId)
const contractParty: Test = (w, h, r) => partyTo(w, h, find(w.contracts, r).compoundId)
const contractOwn: Test = (w, h, r) => own(h, find(w.contracts, r).providerId)
const postPlace: Test = (w, h, r) => within(w, h, find(w.posts, r).placeId)
const postWithin: Test = (w, h, r) =>
  postPlace(w, h, r) || (find(w.posts, r).compoundId === null && works(w, h, find(w.posts, r).bodyId))
const postOwn: Test = (_w, h, r) => own(h, find(_w.posts, r).bodyId)
const postParty: Test = (w, h, r) =>
  find(w.posts, r).compoundId !== null && partyTo(w, h, find(w.posts, r).compoundId)
const orgPlace: Test = (w, h, r) => within(w, h, find(w.organisations, r).placeId)
const orgWithin: Test = (w, h, r) => orgPlace(w, h, r) || works(w, h, find(w.organisations, r).hostId)
const orgOwn: Test = (w, h, r) =>
  own(h, find(w.organisations, r).hostId) || serves(w, h, find(w.organisations, r).projectId)
const covPlace: Test = (w, h, r) => within(w, h, find(w.coverage, r).placeId)
const covWithin: Test = (w, h, r) => covPlace(w, h, r) || works(w, h, find(w.coverage, r).bodyId)
const covOwn: Test = (w, h, r) =>
  own(h, find(w.coverage, r).bodyId) || serves(w, h, find(w.coverage, r).compoundId)

const officials: Role[] = ['city-official', 'district-official', 'street-official', 'community-official']
const upper: Role[] = ['city-official', 'district-official', 'street-official']
const organisers: Role[] = [...officials, 'party-department']
const watchers: Role[] = [
  ...organisers,
  'evaluator',
  'survey-agency',
  'association',
  'auditor',
  'project-head',
  'authorisation-admin',
  'system-admin',
]
const partyWatchers: Role[] = [...organisers, 'evaluator', 'auditor', 'association']
const parties: Role[] = ['enterprise', 'committee']

/** resource › verb › who, and on which rows. */
export const model: Record<string, Record<string, [Role[], Test][]>> = {
  'organisations.place': {
    'organisations.see-places': [
      [watchers, placeWithin],
      [parties, placeParty],
    ],
    'organisations.change-divisions': [[['city-official', 'system-admin'], placeWithin]],
    'organisations.record-compounds': [[officials, placeWithin]],
    'organisations.record-bodies': [[upper, placeWithin]],
    'party-organisations.record-organisations': [[organisers, placeWithin]],
  },
  'organisations.compound': {
    'organisations.see-compounds': [
      [watchers, placeWithin],
      [parties, placeParty],
    ],
    'organisations.edit-compound': [[officials, placeWithin]],
    'organisations.record-contracts': [[upper, placeWithin]],
    'organisations.record-committees': [[officials, placeWithin]],
    'organisations.record-posts': [
      [organisers, placeWithin],
      [parties, placeParty],
    ],
    'organisations.record-staffing': [
      [[...officials, 'project-head'], placeWithin],
      [['enterprise'], placeParty],
    ],
    'party-organisations.record-coverage': [[organisers, placeWithin]],
  },
  'organisations.body': {
    'organisations.see-bodies': [
      [watchers, bodyWithin],
      [parties, bodyOwn],
    ],
    'organisations.edit-body': [[upper, bodyWithin]],
    'organisations.record-posts': [
      [organisers, bodyWithin],
      [parties, bodyOwn],
    ],
    'organisations.attest-party-status': [[['party-department'], bodyWithin]],
    'party-organisations.record-coverage': [[organisers, bodyWithin]],
  },
  'organisations.contract': {
    'organisations.see-contracts': [
      [watchers, contractWithin],
      [parties, contractParty],
      [['enterprise'], contractOwn],
    ],
    'organisations.end-contract': [[upper, contractWithin]],
  },
  'organisations.post': {
    'organisations.see-posts': [
      [watchers, postWithin],
      [parties, postParty],
      [parties, postOwn],
    ],
    'organisations.see-party-status': [
      [[...organisers, 'evaluator', 'auditor'], postWithin],
      [parties, postOwn],
    ],
    'organisations.end-post': [
      [organisers, postPlace],
      [parties, postOwn],
    ],
    'organisations.attest-party-status': [[['party-department'], postWithin]],
    'organisations.reveal-person': [[['city-official', 'district-official', 'party-department'], postWithin]],
  },
  'party-organisations.organisation': {
    'party-organisations.see': [
      [partyWatchers, orgWithin],
      [parties, orgOwn],
    ],
    'party-organisations.edit-organisation': [[organisers, orgPlace]],
  },
  'party-organisations.coverage': {
    'party-organisations.see': [
      [partyWatchers, covWithin],
      [parties, covOwn],
    ],
    'party-organisations.end-coverage': [[organisers, covPlace]],
  },
}

/** The rows of a resource in this world. */
export function rowsOf(world: World, resource: string): Row[] {
  const kept: Record<string, Row[]> = {
    'organisations.place': world.places,
    'organisations.compound': world.places.filter((p) => p.kind === 'compound'),
    'organisations.body': world.bodies,
    'organisations.contract': world.contracts,
    'organisations.post': world.posts,
    'party-organisations.organisation': world.organisations,
    'party-organisations.coverage': world.coverage,
  }
  return kept[resource] ?? []
}

/** The ids of the rows on which these grants allow the verb. */
export function allowed(world: World, resource: string, verb: string): Set<string> {
  const lines = model[resource]?.[verb] ?? []
  const held = (roles: Role[]) => world.grants.filter((g) => roles.includes(g.role))
  return new Set(
    rowsOf(world, resource)
      .filter((row) => lines.some(([roles, test]) => test(world, held(roles), row)))
      .map((row) => row.id),
  )
}
