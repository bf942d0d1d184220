import { type Role, roleNames, separatedAdministrators } from '../../../../contracts/accounts/words.ts'
import { refuse } from '../problems.ts'

/** 三员分立: an administrator of one kind is nothing else. @throws when the roles of one account mix */
export function checkSeparation(roles: readonly Role[]): void {
  const distinct = new Set(roles)
  const administers = separatedAdministrators.some((role) => distinct.has(role))
  if (administers && distinct.size > 1) throw refuse('administrators-exclusive', {}, { field: 'grants' })
}

const ofBodies: readonly Role[] = ['enterprise', 'committee']

/** A role of an enterprise or a committee is held for that body; every other for a place. @throws when missing */
export function checkScope(grant: { role: Role; placeId?: string | null; bodyId?: string | null }): void {
  const name = { role: roleNames[grant.role].zh }
  if (ofBodies.includes(grant.role) && !grant.bodyId)
    throw refuse('scope-missing', { ...name, what: '所属单位', whatEn: 'body' }, { field: 'bodyId' })
  if (!ofBodies.includes(grant.role) && !grant.placeId)
    throw refuse('scope-missing', { ...name, what: '管辖区域', whatEn: 'place' }, { field: 'placeId' })
}
