import { sql } from 'kysely'
import type { Role } from '../../../../contracts/accounts/words.ts'
import type { BodyKind, PlaceKind } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { grantsOf, type NewGrant } from '../../../access/grants.ts'
import { rows } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { checkScope, holdingOf } from '../rules/role-scopes.ts'
import { checkSeparation } from '../rules/separated-administrators.ts'

/** A place or a body, and whether it lies where the actor administers authorisation. */
export interface Scope {
  id: string
  label: string
  placeKind: PlaceKind | null
  bodyKind: BodyKind | null
  reached: boolean
}

/**
 * An administrator grants only inside the places where the administration itself is held.
 * @throws when a scope is missing, of the wrong kind or elsewhere, or the roles may not stand together
 */
export async function checkGrants(
  ctx: Context,
  fresh: readonly NewGrant[],
  accountId?: string,
): Promise<void> {
  const held = accountId ? await grantsOf(ctx.db, accountId, ctx.clock.today()) : []
  checkSeparation([...held, ...fresh].map((grant) => grant.role))
  const known = await scopesById(
    ctx,
    fresh.flatMap((grant) => grant.placeId ?? grant.bodyId ?? []),
  )
  for (const { role, placeId, bodyId } of fresh) {
    const scope = known.get(placeId ?? bodyId ?? '')
    checkScope(role, scope)
    if (!scope?.reached) throw refuse('scope-elsewhere', {}, { field: placeId ? 'placeId' : 'bodyId' })
  }
}

async function scopesById(ctx: Context, ids: readonly string[]): Promise<Map<string, Scope>> {
  const found = await rows(
    ctx.db,
    sql<Scope>`SELECT named.id, coalesce(b.name, p.name) AS label, p.kind AS "placeKind", b.kind AS "bodyKind",
        ${isReached(ctx, sql`coalesce(b.place_id, p.id)`)} AS reached
      FROM unnest(${ids}::uuid[]) AS named (id)
      LEFT JOIN organisations.published_place p ON p.id = named.id AND p.ended_on IS NULL
      LEFT JOIN organisations.published_body b ON b.id = named.id
      WHERE p.id IS NOT NULL OR b.id IS NOT NULL`,
  )
  return new Map(found.map((scope) => [scope.id, scope]))
}

const administered = (ctx: Context) =>
  ctx.actor.grants.flatMap((g) => (g.role === 'authorisation-admin' && g.placeId ? [g.placeId] : []))

const isReached = (
  ctx: Context,
  place: ReturnType<typeof sql>,
) => sql<boolean>`EXISTS (SELECT FROM access.place_reach reach
  WHERE reach.place_id = ${place} AND reach.ancestor_id = ANY(${administered(ctx)}::uuid[]))`

/**
 * What a sheet's code means for a role: a place's code, an enterprise's credit code, or for a committee the code of
 * its compound. @returns by `${role} ${code}`
 */
export async function scopesByCode(
  ctx: Context,
  named: readonly { role: Role; code: string }[],
): Promise<Map<string, Scope>> {
  const codes = [...new Set(named.map((one) => one.code))]
  const found = await rows(
    ctx.db,
    sql<Scope & { code: string }>`
      SELECT p.code, p.id, p.name AS label, p.kind AS "placeKind", NULL AS "bodyKind", ${isReached(ctx, sql`p.id`)} AS reached
        FROM organisations.published_place p WHERE p.code = ANY(${codes}::text[]) AND p.ended_on IS NULL
      UNION ALL
      SELECT b.uscc, b.id, b.name, NULL, b.kind, ${isReached(ctx, sql`b.place_id`)}
        FROM organisations.published_body b WHERE b.uscc = ANY(${codes}::text[]) AND (b.valid_to IS NULL OR b.valid_to > ${ctx.clock.today()})
      UNION ALL
      SELECT p.code, c.body_id, c.name, NULL, c.kind, ${isReached(ctx, sql`c.compound_id`)}
        FROM organisations.published_committee c JOIN organisations.published_place p ON p.id = c.compound_id
        WHERE p.code = ANY(${codes}::text[]) AND (c.valid_to IS NULL OR c.valid_to > ${ctx.clock.today()})`,
  )
  const byCode = Map.groupBy(found, (scope) => scope.code)
  return new Map(
    named.flatMap(({ role, code }) => {
      const meant = meantBy(role, byCode.get(code) ?? [])
      return meant ? [[`${role} ${code}`, meant]] : []
    }),
  )
}

/** A compound's code names the compound and its committee: the role tells which is meant. */
function meantBy(role: Role, scopes: readonly Scope[]): Scope | undefined {
  const holding = holdingOf(role)
  const wantsBody = typeof holding === 'object' && 'bodies' in holding
  return scopes.find((scope) => (scope.bodyKind !== null) === wantsBody) ?? scopes[0]
}
