import type { BodyKind, PostRole } from '../../../../contracts/organisations/words.ts'

const providers: readonly BodyKind[] = ['enterprise', 'other-manager']
const committees: readonly BodyKind[] = ['owners-committee', 'property-management-committee']
const community: readonly BodyKind[] = ['residents-committee']

/** In which kinds of body a role can be held; a role that is not listed can be held in any. */
const bodiesOfRole: Partial<Record<PostRole, readonly BodyKind[]>> = {
  'project-head': providers,
  'enterprise-head': providers,
  'enterprise-party-member': providers,
  'committee-chair': committees,
  'committee-member': committees,
  'committee-party-member': committees,
  'community-secretary': community,
  'community-member': community,
  'community-part-time-member': community,
  'grid-party-member': community,
  'industry-party-staff': ['department', 'association'],
}

/** The kinds of body that the role belongs to, when this one is not among them. */
export function bodiesInstead(role: PostRole, kind: BodyKind): readonly BodyKind[] | undefined {
  const kinds = bodiesOfRole[role]
  return kinds?.includes(kind) === false ? kinds : undefined
}

/** Only a project's head stands in a compound of the provider's (6.1.6). */
export const needsCompound = (role: PostRole): boolean => role === 'project-head'
