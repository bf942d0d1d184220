import { sql } from 'kysely'
import { maybe, rows } from '../platform/database/database.ts'
import { refuse } from '../platform/problems/platform-problems.ts'
import type { Refusal } from '../platform/problems/refusal.ts'
import type { Context } from './context.ts'
import type { Resource } from './resource.ts'

/** What an action changes (`update`), hangs a new record under (`share`), or only needs to reach (`none`: views cannot be locked). */
export interface Guarded {
  resource: Resource
  id: string
  lock?: 'update' | 'share' | 'none'
  /** Why a row that the actor sees is shut to him; nothing where he does not see it. */
  why?: (ctx: Context) => Promise<Refusal | undefined>
}

/**
 * The list's own filter AND id = $1, with the row locked.
 * @throws 403 naming the roles that may, or asking for a second factor, the reason where one is known, or 404 when the row is out of sight or absent
 */
export async function guard(
  ctx: Context,
  verb: string,
  { resource, id, lock = 'update', why }: Guarded,
): Promise<void> {
  if (!ctx.policy.mayAnywhere(ctx.actor, verb))
    throw refuse('not-allowed', { roles: ctx.policy.rolesFor(verb) })
  ctx.policy.mustBeProved(ctx.actor, verb)
  // KEY SHARE lets many records be made under one parent at the same time, yet none may remove it.
  const strength = { update: sql`FOR NO KEY UPDATE OF r`, share: sql`FOR KEY SHARE OF r`, none: sql`` }[lock]
  const row = await maybe(
    ctx.db,
    sql`SELECT 1 FROM ${resource.table} r WHERE ${sql.ref(`r.${resource.key}`)} = ${id}::uuid
      AND ${ctx.policy.filter(ctx.actor, verb, resource)} ${strength}`,
  )
  if (!row) throw (await why?.(ctx)) ?? refuse('not-found')
}

/** The ids out of `ids` on which the actor may do the verb: the guard of bulk actions, in one statement. */
export async function permitted(
  ctx: Context,
  verb: string,
  resource: Resource,
  ids: string[],
): Promise<Set<string>> {
  const key = sql.ref(`r.${resource.key}`)
  const found = await rows(
    ctx.db,
    sql<{ id: string }>`SELECT ${key} AS id FROM ${resource.table} r WHERE ${key} = ANY(${ids}::uuid[])
      AND ${ctx.policy.filter(ctx.actor, verb, resource)}`,
  )
  return new Set(found.map((row) => row.id))
}
