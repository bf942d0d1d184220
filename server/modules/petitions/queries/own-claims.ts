import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listOwnClaims } from '../../../../contracts/petitions/own-public.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { residentPhone } from '../../residents/index.ts'
import { claim } from '../policy.ts'
import { type Key, newestFirst, olderThan } from './public-claims.ts'
import { publicColumns, publicJoins } from './public-state.ts'

type Row = Answer<typeof listOwnClaims>['rows'][number]

/** Of claim `c`: the name of whoever has it while it is somebody's work. */
export const holderName = sql<
  string | null
>`CASE WHEN c.state NOT IN ('closed', 'struck-off', 'declined', 'withdrawn', 'merged') THEN coalesce(
  (SELECT b.name FROM organisations.published_body b WHERE b.id = c.handler_body_id),
  (SELECT h.name FROM organisations.published_place h WHERE h.id = c.handler_place_id)) END`

/** What the asker has reported or joined, the newest first. */
export async function ownClaims(
  ctx: Context,
  { after, limit }: Received<typeof listOwnClaims>['query'],
): Promise<Answer<typeof listOwnClaims>> {
  const { mark, mask } = await residentPhone(ctx)
  const found = await rows(
    ctx.db,
    sql<Row & Key>`SELECT ${publicColumns}, c.opened_at AS "keyAt", c.id AS "keyId",
        c.reporter_phone_mark IS DISTINCT FROM ${mark} AS follows, ${holderName} AS "heldBy", c.due_at AS "dueAt",
        c.is_overdue AS "isOverdue", (c.reporter_phone_mark = ${mark} AND c.rated_solved IS NULL
          AND c.state IN ('answered', 'reviewed', 'visited', 'closed', 'struck-off')) IS TRUE AS "asksRating"
      FROM ${publicJoins} WHERE c.id IN (
        SELECT mine.id FROM petitions.claim mine WHERE mine.reporter_phone_mark = ${mark}
        UNION SELECT f.claim_id FROM petitions.follower f WHERE f.phone_mark = ${mark}) ${olderThan(after)}
      ORDER BY c.opened_at DESC, c.id DESC ${limitTo(limit + 1)}`,
  )
  return { phone: mask, ...newestFirst(found, limit) }
}

/** @throws 404 where the number is unknown, or the claim neither the asker's nor followed */
export async function ownClaimId(ctx: Context, number: string): Promise<string> {
  const found = await maybe(
    ctx.db,
    sql<{ id: string }>`SELECT r.id FROM petitions.claim r WHERE r.number = ${number}
      AND ${ctx.policy.filter(ctx.actor, 'petitions.see-own', claim)}`,
  )
  if (!found) throw refuse('not-found')
  return found.id
}
