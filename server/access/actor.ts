import type { Role } from '../../contracts/accounts/words.ts'
import type { Refusal } from '../platform/problems/refusal.ts'

/** A role held at a place (and all that lies under it) or for a body. Rights follow today's tree. */
export interface Grant {
  id: string
  role: Role
  placeId: string | null
  /** Whether that place is the root of the tree, under which every other lies. */
  atRoot?: boolean
  bodyId: string | null
}

/** Whoever asks. A visitor has no id and no grants. */
export interface Actor {
  id: string | null
  displayName: string
  /** The day for which the grants were read, Asia/Shanghai. */
  today: string
  grants: readonly Grant[]
  /** Fingerprint of the phone number that a resident without an account has proved with a code. */
  phoneMark?: string
  /** What must be done first (such as changing a one-time password); until then every other route refuses with this. */
  hold?: Refusal
  /** Refuses the verbs that need a second factor, as long as this session has not shown one. */
  unproved?: Refusal
}

/** Somebody who has not signed in. */
export const visitor = (today: string): Actor => ({ id: null, displayName: '访客', today, grants: [] })
