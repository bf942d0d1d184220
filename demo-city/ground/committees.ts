import { addDays, addMonths } from '../../server/values/days.ts'
import type { Draw } from '../draw.ts'
import { mark } from '../names.ts'
import { dayIn, soonAfter } from './days.ts'
import type { CommitteeToday, Compound, Election } from './model.ts'
import type { Persons } from './persons.ts'

export type CommitteeKind = 'owners-committee' | 'property-management-committee'

const impossible = [
  '入住率不足，尚不具备首次业主大会召开条件',
  '分期交付，尚未全部交付使用',
  '产权单位未移交，业主身份正在核实',
]
const termMonths = 60

type Governed = Pick<Compound, 'committeeImpossible' | 'earlierElection' | 'committee'>

interface Circumstances {
  name: string
  type: Compound['type']
  quality: number
  validFrom: string
  year: number
  today: string
  persons: Persons
  draw: Draw
}

/** Whether a compound has a committee, which, since when; where it cannot have one, why (C22). */
export function govern(at: Circumstances): Governed {
  const { draw, type, quality } = at
  const none: Governed = { committeeImpossible: null, earlierElection: null, committee: null }
  if (type === 'other') return none
  if (!draw.chance((type === 'old' ? 0.3 : 0.42) + 0.4 * quality))
    return { ...none, committeeImpossible: draw.chance(0.45) ? draw.pick(impossible) : null }
  const election = elect(at)
  const members = Array.from({ length: election.seats }, () => at.persons.next(quality))
  const party = partyOf(at, election, members.filter((m) => m.party === 'member').length)
  const chairIsMember = members[0]?.party === 'member'
  return {
    committeeImpossible: null,
    earlierElection: election.renewal ? earlierThan(election) : null,
    committee: {
      election,
      members,
      crossAppointed: chairIsMember && party !== null && draw.chance(0.35 + 0.5 * quality),
      partTime: draw.chance(0.3 + 0.55 * quality),
      party,
    },
  }
}

function elect({ name, type, validFrom, year, today, draw }: Circumstances): Election {
  const kind: CommitteeKind = draw.chance(type === 'old' ? 0.3 : 0.1)
    ? 'property-management-committee'
    : 'owners-committee'
  const drawn = dayIn(draw.integer(year - 4, year), draw, addDays(today, -40))
  const electedOn = drawn > validFrom ? drawn : addDays(validFrom, 30)
  const title = kind === 'owners-committee' ? '业主委员会' : '物业管理委员会'
  return {
    kind,
    name: `${name.replace(mark, '')}${title}${mark}`,
    seats: draw.pick([5, 5, 5, 7, 7, 9]),
    electedOn,
    filedOn: draw.chance(0.94) ? soonAfter(electedOn, draw.integer(5, 30), today) : null,
    renewal: electedOn > addMonths(validFrom, 36) && draw.chance(0.4),
    termEndsOn: addDays(addMonths(electedOn, termMonths), -1),
  }
}

/** The term before a renewal. */
function earlierThan(election: Election): Election {
  const electedOn = addMonths(election.electedOn, -34)
  return {
    ...election,
    electedOn,
    filedOn: addDays(electedOn, 15),
    renewal: false,
    termEndsOn: addDays(election.electedOn, -1),
  }
}

function partyOf(
  { draw, quality, persons, today }: Circumstances,
  election: Election,
  members: number,
): CommitteeToday['party'] {
  const foundedOn = soonAfter(election.electedOn, draw.integer(5, 150), today)
  if (!draw.chance(0.45 + 0.5 * quality)) return null
  if (members >= 3 && draw.chance(0.7)) return { form: 'own', members, foundedOn }
  return draw.chance(0.4)
    ? { form: 'joint', members, foundedOn }
    : { instructor: { ...persons.next(1), party: 'member' } }
}
