import { addDays } from '../../server/values/days.ts'
import type { Compound, DemoCity, Enterprise, Person } from '../ground/model.ts'
import type { Cells } from './cells.ts'

interface Held {
  body: string
  role: string
  from: string
  to?: string | null
  compound?: string
}

/** Party status is stated where the Party organisation attested it, with the person's consent; else 未提供. */
function post(person: Person, held: Held, today: string): Cells {
  const attestedOn = addDays(held.from, 30) < today ? addDays(held.from, 30) : today
  return {
    body: held.body,
    compound: held.compound ?? null,
    name: person.name,
    phone: person.phone,
    role: held.role,
    from: held.from,
    to: held.to ?? null,
    partyStatus: person.party,
    attestedBy: person.party === null ? null : '上级党组织（演示）',
    attestedOn: person.party === null ? null : attestedOn,
  }
}

/** Everybody who holds a post; persons of two posts carry the same name and number in both. */
export function* postRows(city: DemoCity): Generator<Cells> {
  const { today } = city.plan
  for (const { district, persons } of city.industryStaff)
    for (const person of persons)
      yield post(person, { body: district.code, role: 'industry-party-staff', from: '2022-03-01' }, today)
  for (const { community, secretary, members } of city.offices) {
    yield post(secretary, { body: community.code, role: 'community-secretary', from: '2021-03-01' }, today)
    for (const person of members)
      yield post(person, { body: community.code, role: 'community-member', from: '2021-03-01' }, today)
  }
  for (const enterprise of city.enterprises) yield* enterprisePosts(enterprise, today)
  for (const compound of city.compounds) yield* compoundPosts(compound, today)
}

function* enterprisePosts({ uscc, head, foundedOn, party, partyMembers }: Enterprise, today: string) {
  yield post(head, { body: uscc, role: 'enterprise-head', from: foundedOn }, today)
  if (party && 'form' in party)
    for (const person of partyMembers)
      yield post(person, { body: uscc, role: 'enterprise-party-member', from: party.foundedOn }, today)
}

function* compoundPosts(c: Compound, today: string): Generator<Cells> {
  const community = c.community.code
  for (const { enterprise, head, from, to } of c.services)
    yield post(head, { body: enterprise.uscc, compound: c.code, role: 'project-head', from, to }, today)
  const service = c.services.at(-1)
  if (service && c.headPartTime)
    yield post(
      service.head,
      { body: community, role: 'community-part-time-member', from: service.from },
      today,
    )
  if (!c.committee) return
  const { election, members, crossAppointed, partTime } = c.committee
  const from = election.electedOn
  for (const [i, person] of members.entries())
    yield post(person, { body: c.code, role: i === 0 ? 'committee-chair' : 'committee-member', from }, today)
  const [chair, second] = members
  if (crossAppointed && chair) {
    yield post(chair, { body: c.code, role: 'committee-party-member', from }, today)
    yield post(chair, { body: community, role: 'grid-party-member', from }, today)
  }
  if (partTime && second)
    yield post(second, { body: community, role: 'community-part-time-member', from }, today)
}
