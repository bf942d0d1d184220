import type { Role } from '../../../contracts/accounts/words.ts'
import type { Context } from '../../access/context.ts'

const officeRoles: readonly Role[] = [
  'community-official',
  'street-official',
  'district-official',
  'city-official',
]
const bodyRoles: readonly Role[] = ['enterprise', 'committee', 'enforcement']

/** Places of the offices that the actor holds and of the projects that he heads; bodies that he acts for. */
export function heldBy({ actor }: Pick<Context, 'actor'>): {
  offices: string[]
  projects: string[]
  bodies: string[]
} {
  const places = (roles: readonly Role[]) =>
    actor.grants.flatMap(({ role, placeId }) => (placeId && roles.includes(role) ? [placeId] : []))
  return {
    offices: places(officeRoles),
    projects: places(['project-head']),
    bodies: actor.grants.flatMap(({ role, bodyId }) => (bodyId && bodyRoles.includes(role) ? [bodyId] : [])),
  }
}
