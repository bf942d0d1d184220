import { type Role, separatedAdministrators } from '../../../../contracts/accounts/words.ts'
import { refuse } from '../problems.ts'

/** 三员分立: an administrator of one kind is nothing else. @throws when the roles of one account mix */
export function checkSeparation(roles: readonly Role[]): void {
  const distinct = new Set(roles)
  const administers = separatedAdministrators.some((role) => distinct.has(role))
  if (administers && distinct.size > 1) throw refuse('administrators-exclusive', {}, { field: 'grants' })
}
