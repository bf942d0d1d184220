import type { Role } from '../../contracts/accounts/words.ts'

/** A role held at a place (and all that lies under it) or for a body. Rights follow today's tree. */
export interface Grant {
  id: string
  role: Role
  placeId: string | null
  bodyId: string | null
}

/** Whoever asks. A visitor has no id and no grants. */
export interface Actor {
  id: string | null
  displayName: string
  grants: readonly Grant[]
}

export const visitor: Actor = { id: null, displayName: '访客', grants: [] }

/** The product itself, for work that no person started: it audits under no actor and passes no guard. */
export const system: Actor = { id: null, displayName: '系统', grants: [] }
