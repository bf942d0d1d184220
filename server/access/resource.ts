import type { RawBuilder } from 'kysely'
import type { Role } from '../../contracts/accounts/words.ts'

/** The part of an actor's grants that one rule lets count. */
export interface Scope {
  actorId: string | null
  /** The day on which the grants hold, Asia/Shanghai. */
  today: string
  places: string[]
  /** One of the places is the root of the tree: every place lies under it, and none need be looked up. */
  overAllPlaces: boolean
  bodies: string[]
  /** Fingerprint of the phone number that this person has proved; null for everybody else. */
  phoneMark?: string | null
}

/** A named SQL condition over the row alias `r`: true for the rows that the scope reaches. */
export type Condition = (scope: Scope) => RawBuilder<boolean>

/**
 * What rights are held on: a table, its key and the closed set of conditions a rule may name.
 * The same conditions filter lists, guard single rows and answer `can`.
 */
export interface Resource<C extends string = string> {
  name: string
  table: RawBuilder<unknown>
  key: string
  conditions: Record<C, Condition>
}

/** One line of the policy table: who may do what to which rows. */
export interface Rule {
  verb: string
  resource: Resource
  /** `phone-proved`: a resident without an account who has proved a telephone number. */
  roles: readonly Role[] | 'public' | 'signed-in' | 'phone-proved'
  condition: string
}

export const defineResource = <const C extends string>(resource: Resource<C>): Resource<C> => resource

/** Lets roles do a verb on the rows for which the named condition of the resource holds. */
export function allow<C extends string>(
  verb: string,
  resource: Resource<C>,
  roles: Rule['roles'],
  condition: NoInfer<C>,
): Rule {
  return { verb, resource, roles, condition }
}
