import { type Role, separatedAdministrators } from '../../../contracts/accounts/words.ts'
import type { BodyKind, PlaceKind } from '../../../contracts/organisations/words.ts'

/** Which picker a role needs; whether what was picked fits the server says. */
export type RoleScope = { of: 'place'; kind?: PlaceKind } | { of: 'body'; kinds: readonly BodyKind[] }

const special: Partial<Record<Role, RoleScope>> = {
  'city-official': { of: 'place', kind: 'city' },
  'district-official': { of: 'place', kind: 'district' },
  'street-official': { of: 'place', kind: 'street' },
  'community-official': { of: 'place', kind: 'community' },
  'project-head': { of: 'place', kind: 'compound' },
  enterprise: { of: 'body', kinds: ['enterprise', 'other-manager'] },
  committee: { of: 'body', kinds: ['owners-committee', 'property-management-committee'] },
  enforcement: { of: 'body', kinds: ['department'] },
}

export const scopeOf = (role: Role): RoleScope => special[role] ?? { of: 'place' }

const isSeparated = (role: Role): boolean => separatedAdministrators.includes(role)

/** 三员分立: beside these roles an account may not take this one. */
export function excludes(held: readonly Role[], role: Role): boolean {
  return held.some((one) => one !== role && (isSeparated(one) || isSeparated(role)))
}
