import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { findTiePlaces, myTies } from '../../../../contracts/grading/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { containing } from '../../organisations/index.ts'
import { tie } from '../policy.ts'

type Shown = Answer<typeof myTies>

/** What the asker declared; nobody sees another's. */
export async function ownTies(ctx: Context): Promise<Shown> {
  const ties = await rows(
    ctx.db,
    sql<
      Shown['ties'][number]
    >`SELECT r.id, r.kind, r.place_id AS "placeId", r.body_id AS "bodyId", coalesce(place.name, body.name) AS name,
        r.declared_at AS "declaredAt"
      FROM grading.tie r LEFT JOIN organisations.published_place place ON place.id = r.place_id
      LEFT JOIN organisations.published_body body ON body.id = r.body_id
      WHERE r.ended_at IS NULL AND ${ctx.policy.filter(ctx.actor, 'grading.declare-ties', tie)} ORDER BY name, r.kind, r.id`,
  )
  const last = await maybe(
    ctx.db,
    sql<{
      at: string
    }>`SELECT declared_at AS at FROM grading.tie_declaration WHERE account_id = ${ctx.actor.id}::uuid`,
  )
  return { ties, declaredAt: last?.at ?? null }
}

/** Compounds and bodies to declare: by name or code, wherever they are, since one may live where one has no office. */
export async function tiePlaces(ctx: Context, text: string): Promise<Answer<typeof findTiePlaces>> {
  const pattern = containing(text)
  const found = await rows(
    ctx.db,
    sql<
      Answer<typeof findTiePlaces>['found'][number]
    >`(SELECT place.id AS "placeId", NULL::uuid AS "bodyId", place.name,
          concat_ws(' · ', street.name, community.name) AS where
        FROM organisations.published_place place LEFT JOIN organisations.published_place community ON community.id = place.parent_id
        LEFT JOIN organisations.published_place street ON street.id = community.parent_id
        WHERE place.kind = 'compound' AND place.ended_on IS NULL AND (lower(place.name) LIKE ${pattern} OR place.code LIKE ${pattern})
        ORDER BY place.name, place.id LIMIT 15)
      UNION ALL (SELECT NULL, body.id, body.name, coalesce(body.uscc, '') FROM organisations.published_body body
        WHERE body.valid_to IS NULL AND (lower(body.name) LIKE ${pattern} OR lower(body.uscc) LIKE ${pattern}) ORDER BY body.name, body.id LIMIT 15)`,
  )
  return { found }
}
