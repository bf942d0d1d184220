import type { Clock } from '../platform/clock/clock.ts'
import type { Db } from '../platform/database/database.ts'
import type { Keys } from '../platform/keys/keys.ts'
import type { Actor } from './actor.ts'
import type { Policy } from './policy.ts'

/** What every query and action works with. Inside an action `db` is its transaction. */
export interface Context {
  db: Db
  actor: Actor
  policy: Policy
  clock: Clock
  keys: Keys
  /** Inside an action that `expects` a constraint to hold, as long as it has not been found breached. */
  expects?: boolean
}
