import type { Role } from '../../contracts/accounts/words.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Keys } from '../platform/keys/keys.ts'
import { putInOutbox } from '../platform/outbox/outbox.ts'

/** Whom a message is for; found out when it is delivered, by the roles held on that day. */
export type Audience =
  | { accountId: string }
  /** Everybody who holds a role for the body; only those roles where they are named. */
  | { bodyId: string; roles?: readonly Role[] }
  /** Roles held at the place itself, at it or a place over it (`above`), at it or a place under it (`below`). */
  | { placeId: string; roles: readonly Role[]; reach: 'at' | 'above' | 'below' }

/** A message to persons, in both languages. */
export interface Telling {
  to: readonly Audience[]
  zh: string
  en: string
  /** The workbench's page where it is about, beginning with '/'. */
  link: string
  /** The day by which something must be done. */
  due?: string | null
  /** The same key tells the same person once. */
  key?: string
}

/** A fact for other systems; `name` is one of the names that the modules register, `data` holds no personal field. */
export interface DomainEvent {
  name: string
  data: object
}

/** A short message to a telephone. */
export interface Texting {
  /** Sealed by `keys.seal`: the number never lies open. */
  phone: string
  zh: string
  /** The same key is sent to nobody twice. */
  key?: string
  /** ISO instant after which nobody wants it any more. */
  until?: string
  /** Somebody is waiting for it: it goes before the others. */
  urgent?: boolean
}

export interface Told {
  tells?: readonly Telling[]
  events?: readonly DomainEvent[]
  texts?: readonly Texting[]
}

/**
 * Messages leave with the transaction. `perform` does it for an action's `tells`, `events` and `texts`; work that runs outside
 * it (imports, terms that run out) calls this itself, and may call `wakeOutbox` after its commit.
 * @param at ISO instant
 */
export async function recordOutbox(
  trx: Trx,
  keys: Keys,
  at: string,
  { tells = [], events = [], texts = [] }: Told,
): Promise<void> {
  await putInOutbox(trx, keys, at, [
    ...tells.map((payload) => ({ kind: 'notice' as const, payload })),
    ...events.map((payload) => ({ kind: 'event' as const, payload })),
    ...texts.map((payload) => ({ kind: 'text' as const, payload })),
  ])
}
