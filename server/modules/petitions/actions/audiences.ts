import type { Role } from '../../../../contracts/accounts/words.ts'
import type { ClaimLevel } from '../../../../contracts/petitions/words.ts'
import type { Audience } from '../../../access/tell.ts'
import type { Handler } from '../rules/events.ts'
import type { Filed } from '../storage/claims.ts'

const officeRoles: Record<Exclude<ClaimLevel, 'project'>, Role> = {
  community: 'community-official',
  street: 'street-official',
  district: 'district-official',
  city: 'city-official',
}

/** Everybody who works for a handler: the office, or the body and at a firm its head of project. */
export function audienceOf(
  { level, bodyId, placeId }: Handler,
  filed: Pick<Filed, 'placeId' | 'providerId'>,
): Audience[] {
  if (placeId !== null)
    return level === 'project' ? [] : [{ placeId, roles: [officeRoles[level]], reach: 'at' }]
  if (bodyId === null) return []
  const heads: Audience[] =
    bodyId === filed.providerId ? [{ placeId: filed.placeId, roles: ['project-head'], reach: 'at' }] : []
  return [{ bodyId, roles: ['enterprise', 'committee', 'enforcement'] }, ...heads]
}

/** Whoever stands over a handler: the community over firms and bodies, the next level over an office. */
export function audienceAbove({ level }: Handler, filed: Pick<Filed, 'placeId'>): Audience[] {
  const next: Record<ClaimLevel, Role> = {
    project: 'community-official',
    community: 'street-official',
    street: 'district-official',
    district: 'city-official',
    city: 'city-official',
  }
  return [{ placeId: filed.placeId, roles: [next[level]], reach: 'above' }]
}

/** The page of a claim. */
export const pageOf = ({ id }: Pick<Filed, 'id'>): string => `/petitions/claims/${id}`
