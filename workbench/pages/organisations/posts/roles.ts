import type { BodyKind, PostRole } from '../../../../contracts/organisations/words.ts'

const ofCommittee: readonly PostRole[] = ['committee-chair', 'committee-member', 'committee-party-member']
const ofProvider: readonly PostRole[] = [
  'project-head',
  'enterprise-head',
  'enterprise-party-member',
  'party-instructor',
]
const ofCommunity: readonly PostRole[] = [
  'community-secretary',
  'community-member',
  'community-part-time-member',
  'grid-party-member',
]

/** Posts that a form for this kind of body offers; which fit the server says. */
export const rolesOf: Record<BodyKind, readonly PostRole[]> = {
  enterprise: ofProvider,
  'other-manager': ofProvider,
  'owners-committee': ofCommittee,
  'property-management-committee': ofCommittee,
  'residents-committee': ofCommunity,
  department: ['industry-party-staff', 'party-instructor'],
  association: ['industry-party-staff', 'party-instructor'],
}

/** On a compound's page: the head of the project while somebody serves it, and its committee's own people. */
export const rolesOfCompound = (served: boolean): readonly PostRole[] =>
  served ? ['project-head', ...ofCommittee] : ofCommittee
