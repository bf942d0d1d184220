import type { Role } from '../../../contracts/accounts/words.ts'
import type { SubjectKind } from '../../../contracts/evaluation/words.ts'
import type { Audience } from '../../access/tell.ts'

const officeOf: Partial<Record<SubjectKind, Role>> = {
  street: 'street-official',
  community: 'community-official',
  district: 'district-official',
}

/** Whoever may report for these subjects: enterprises, heads of projects, the offices themselves; each named once. */
export function reportingAudience(
  subjects: readonly { kind: SubjectKind; placeId: string; bodyId: string | null }[],
): Audience[] {
  const bodies = new Set(subjects.flatMap(({ bodyId }) => bodyId ?? []))
  const places = subjects.flatMap(({ kind, placeId }): Audience[] => {
    const role = kind === 'compound' ? 'project-head' : officeOf[kind]
    return role ? [{ placeId, roles: [role], reach: 'at' }] : []
  })
  return [...[...bodies].map((bodyId): Audience => ({ bodyId, roles: ['enterprise'] })), ...places]
}
