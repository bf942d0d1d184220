import type { Compound, DemoCity, Enterprise, Person } from '../ground/model.ts'
import { mark } from '../names.ts'
import type { Cells } from './cells.ts'

type Form = { form: 'own' | 'joint'; members: number; foundedOn: string }

const founded = (
  name: string,
  place: string,
  party: Form,
  at: { body: string | null; compound: string | null },
): Cells => ({
  name: `中共${name.replace(mark, '')}${party.form === 'own' ? '支部委员会' : '联合支部委员会'}${mark}`,
  place,
  form: party.form,
  ...at,
  formalMembers: party.members,
  foundedOn: party.foundedOn,
  to: null,
})

/** Party organisations of enterprises, of projects and of committees (4.5.1). */
export function* partyOrganisationRows({ enterprises, compounds }: DemoCity): Generator<Cells> {
  for (const { name, seat, uscc, party } of enterprises)
    if (party && 'form' in party) yield founded(name, seat, party, { body: uscc, compound: null })
  for (const c of compounds) {
    const { party, committee, community } = c
    const served = c.services.at(-1)
    if (served && party && 'form' in party)
      yield founded(`${c.name}项目`, community.code, party, {
        body: served.enterprise.uscc,
        compound: c.code,
      })
    if (committee?.party && 'form' in committee.party)
      yield founded(committee.election.name, community.code, committee.party, {
        body: c.code,
        compound: null,
      })
  }
}

const posted = (
  instructor: Person,
  from: string,
  at: { body: string | null; compound: string | null },
): Cells => ({
  ...at,
  how: 'instructor',
  organisation: null,
  organisationPlace: null,
  instructor: instructor.name,
  phone: instructor.phone,
  from,
  to: null,
})

/** 派驻党建工作指导员: what no organisation covers. */
export function* coverageRows({ enterprises, compounds }: DemoCity): Generator<Cells> {
  for (const enterprise of enterprises) yield* ofEnterprise(enterprise)
  for (const compound of compounds) yield* ofCompound(compound)
}

function* ofEnterprise({ uscc, party, foundedOn }: Enterprise): Generator<Cells> {
  if (party && 'instructor' in party)
    yield posted(party.instructor, foundedOn, { body: uscc, compound: null })
}

function* ofCompound({ code, party, services, committee }: Compound): Generator<Cells> {
  const served = services.at(-1)
  if (served && party && 'instructor' in party)
    yield posted(party.instructor, served.from, { body: null, compound: code })
  if (committee?.party && 'instructor' in committee.party)
    yield posted(committee.party.instructor, committee.election.electedOn, { body: code, compound: null })
}
