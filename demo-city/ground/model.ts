import type { CommitteeKind } from './committees.ts'
import type { Division } from '../divisions.ts'

/** `tenth` is a tenth of `city`: the benchmarks hold the two against each other. */
export type Size = 'small' | 'city' | 'tenth'

/** What decides the whole city. `today` bounds what can have happened already. */
export interface DemoPlan {
  seed: string
  size: Size
  /** 'YYYY-MM-DD'. */
  today: string
}

/** Somebody invented. */
export interface Person {
  name: string
  phone: string
  /** Attested Party status; null is 未提供. */
  party: 'member' | 'activist' | 'no' | null
}

export interface Enterprise {
  uscc: string
  name: string
  /** District of its seat. */
  seat: string
  foundedOn: string
  head: Person
  partyMembers: Person[]
  party: { form: 'own' | 'joint'; members: number; foundedOn: string } | { instructor: Person } | null
  /** 0 … 1: how well it works; its projects scatter round it. */
  quality: number
  /** How many projects it draws compared with others. */
  weight: number
}

export interface Service {
  enterprise: Enterprise
  number: string
  from: string
  /** Last day; null while it runs. */
  to: string | null
  head: Person
}

export interface Election {
  kind: CommitteeKind
  name: string
  seats: number
  electedOn: string
  filedOn: string | null
  renewal: boolean
  termEndsOn: string
}

export interface CommitteeToday {
  election: Election
  members: Person[]
  /** The chair also sits in the community's grid Party branch (5.2.1). */
  crossAppointed: boolean
  /** A member is a part-time member of the community. */
  partTime: boolean
  party: { form: 'own' | 'joint'; members: number; foundedOn: string } | { instructor: Person } | null
}

export interface Compound {
  code: string
  name: string
  community: Division
  street: Division
  district: Division
  type: 'existing' | 'old' | 'other'
  mode: 'enterprise' | 'other-manager' | 'self' | 'community'
  households: number
  buildings: number
  /** m², two decimals. */
  area: string
  enclosure: 'closed' | 'semi-closed' | 'open'
  renovatedOn: string | null
  committeeImpossible: string | null
  validFrom: string
  quality: number
  /** In order of time. */
  services: Service[]
  earlierElection: Election | null
  committee: CommitteeToday | null
  /** How Party work covers the project. */
  party: { form: 'own' | 'joint'; members: number; foundedOn: string } | { instructor: Person } | null
  /** The head of the project is a part-time member of the community. */
  headPartTime: boolean
}

export interface CommunityOffice {
  community: Division
  secretary: Person
  members: Person[]
}

/** The whole demonstration city before anything is recorded. */
export interface DemoCity {
  plan: DemoPlan
  /** The year before this one (complete) and this one. */
  years: readonly [number, number]
  divisions: Division[]
  compounds: Compound[]
  enterprises: Enterprise[]
  otherManagers: Enterprise[]
  offices: CommunityOffice[]
  /** Full-time staff of each district's industry Party organisation. */
  industryStaff: { district: Division; persons: Person[] }[]
}
