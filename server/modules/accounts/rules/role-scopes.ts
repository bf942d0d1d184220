import { type Role, roleNames } from '../../../../contracts/accounts/words.ts'
import { type BodyKind, type PlaceKind, words } from '../../../../contracts/organisations/words.ts'
import { refuse } from '../problems.ts'

/** What a role is held for: a body of these kinds, a place of one kind, or any place. */
type Holding = { bodies: readonly BodyKind[] } | { place: PlaceKind } | 'any place'

const special: Partial<Record<Role, Holding>> = {
  'city-official': { place: 'city' },
  'district-official': { place: 'district' },
  'street-official': { place: 'street' },
  'community-official': { place: 'community' },
  'project-head': { place: 'compound' },
  enterprise: { bodies: ['enterprise', 'other-manager'] },
  committee: { bodies: ['owners-committee', 'property-management-committee'] },
  enforcement: { bodies: ['department'] },
}

export const holdingOf = (role: Role): Holding => special[role] ?? 'any place'

/** The place or body that a grant names, as it is on record. */
export interface NamedScope {
  label: string
  placeKind?: PlaceKind | null
  bodyKind?: BodyKind | null
}

/** @throws when the role needs a place and a body was named or none, or the other way round, or one of another kind */
export function checkScope(role: Role, scope: NamedScope | undefined): void {
  const holding = holdingOf(role)
  const needsBody = typeof holding === 'object' && 'bodies' in holding
  const name = { role: roleNames[role] }
  const field = needsBody ? 'bodyId' : 'placeId'
  if (!scope || (needsBody ? !scope.bodyKind : !scope.placeKind)) {
    const what = needsBody ? { what: '所属单位', whatEn: 'body' } : { what: '管辖区域', whatEn: 'place' }
    throw refuse('scope-missing', { ...name, ...what }, { field })
  }
  const fits = needsBody
    ? holding.bodies.some((kind) => kind === scope.bodyKind)
    : holding === 'any place' || holding.place === scope.placeKind
  if (fits) return
  const wanted = needsBody ? holding.bodies : holding === 'any place' ? [] : [holding.place]
  const table: Record<string, string> = { ...words.placeKind, ...words.bodyKind }
  const what = wanted.map((kind) => table[kind]).join('或')
  throw refuse(
    'scope-wrong-kind',
    { ...name, what, whatEn: wanted.join(' or '), scope: scope.label },
    { field },
  )
}
