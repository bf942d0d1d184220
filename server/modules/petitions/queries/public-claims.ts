import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listPlaceClaims, lookUpClaim, PublicClaim } from '../../../../contracts/petitions/public.ts'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { publicColumns, publicJoins } from './public-state.ts'
import { publicPlace } from './public-places.ts'

/** What anybody learns by a number; words only where the reporter agreed and an official cleared them. */
export async function lookUp(db: Db, number: string): Promise<Answer<typeof lookUpClaim>> {
  const found = await maybe(
    db,
    sql<
      Answer<typeof lookUpClaim>
    >`SELECT ${publicColumns}, CASE WHEN c.agrees_to_publish THEN c.public_text END AS text
      FROM ${publicJoins} WHERE c.number = ${number}`,
  )
  if (!found) throw refuse('not-found')
  return found
}

const offered = 5

/**
 * Likely the same: leads that are still somebody's work, in the place or right above or below it, of the same category
 * first and then of its group.
 */
export const similarTo = (
  db: Db,
  { place, category }: { place: string; category: string },
): Promise<PublicClaim[]> =>
  rows(
    db,
    sql<PublicClaim>`SELECT ${publicColumns} FROM ${publicJoins}
      WHERE c.lead_id IS NULL AND c.state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited')
        AND starts_with(c.category, ${category.slice(0, 2)})
        AND c.place_id IN (SELECT ${place}::uuid UNION ALL SELECT near.ancestor_id FROM access.place_reach near
          JOIN organisations.published_place up ON up.id = near.ancestor_id AND up.kind = 'community'
          WHERE near.place_id = ${place} AND near.depth = 1)
      ORDER BY c.category = ${category} DESC, c.opened_at DESC ${limitTo(offered)}`,
  )

/** A compound's claims, the newest first, and how many are still somebody's work. */
export async function claimsOfPlace(
  db: Db,
  id: string,
  { after, limit }: Received<typeof listPlaceClaims>['query'],
): Promise<Answer<typeof listPlaceClaims>> {
  const place = await publicPlace(db, id)
  const found = await rows(
    db,
    sql<PublicClaim & Key>`SELECT ${publicColumns}, c.opened_at AS "keyAt", c.id AS "keyId"
      FROM ${publicJoins} WHERE c.place_id = ${id} ${olderThan(after)}
      ORDER BY c.opened_at DESC, c.id DESC ${limitTo(limit + 1)}`,
  )
  const { open } = await one(
    db,
    sql<{ open: number }>`SELECT count(*)::int AS open FROM petitions.claim c WHERE c.place_id = ${id}
      AND c.state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited')`,
  )
  return { place, open, ...newestFirst(found, limit) }
}

/** By what pages of claims go on. */
export interface Key {
  keyAt: string
  keyId: string
}

const keyPattern = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/

/** What follows a page's last claim, over `c`. */
export function olderThan(after: string | undefined): RawBuilder<unknown> {
  const [, at, id] = keyPattern.exec(after ?? '') ?? []
  return at ? sql`AND (c.opened_at, c.id) < (${at}::timestamptz, ${id}::uuid)` : sql``
}

/** A page out of one row more than asked for, without its keys. */
export function newestFirst<T extends Key>(
  found: readonly T[],
  limit: number,
): { rows: Omit<T, keyof Key>[]; next: string | null } {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ keyAt: _at, keyId: _id, ...row }) => row),
    next: found.length > limit && last ? `${last.keyAt}_${last.keyId}` : null,
  }
}
