import { sql } from 'kysely'
import type { z } from 'zod'
import type { accountRow, listAccounts } from '../../../../contracts/accounts/staff.ts'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { account } from '../policy.ts'

type Row = z.infer<typeof accountRow>
const offered = [
  'accounts.reset-password',
  'accounts.reset-second-factor',
  'accounts.bind-identity',
  'accounts.set-phone',
  'accounts.see-sessions',
  'accounts.end-sessions',
  'accounts.close',
  'accounts.grant',
  'accounts.hand-over',
]

/** Accounts within the administrator's jurisdiction, by name, next page by key. */
export async function accounts(ctx: Context, query: Received<typeof listAccounts>['query']) {
  const today = ctx.clock.today()
  const like = query.text ? `%${query.text.replace(/[%_\\]/g, '\\$&')}%` : null
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT r.id, r.account, r.display_name AS "displayName", r.closed_at IS NOT NULL AS closed,
      (SELECT t.locked_until FROM accounts.sign_in_attempt t WHERE t.name = r.account AND t.locked_until > ${ctx.clock.now().toISOString()}) AS "lockedUntil", r.last_sign_in_at AS "lastSignInAt",
      EXISTS (SELECT FROM accounts.second_factor f WHERE f.account_id = r.id) AS "secondFactor", r.oidc_subject AS identity,
      r.phone_mask AS "phoneMask",
      coalesce((SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'placeId', g.place_id, 'placeName', p.name,
          'bodyId', g.body_id, 'bodyName', b.name) ORDER BY g.id)
        FROM access.grant_of_role g
        LEFT JOIN organisations.published_place p ON p.id = g.place_id
        LEFT JOIN organisations.published_body b ON b.id = g.body_id
        WHERE g.actor_id = r.id AND (g.valid_to IS NULL OR g.valid_to > ${today})), '[]'::json) AS grants,
      ${ctx.policy.can(ctx.actor, account, offered)} AS can
      FROM accounts.account r
      WHERE ${ctx.policy.filter(ctx.actor, 'accounts.see', account)}
      ${query.after ? sql`AND r.account > ${query.after}` : sql``}
      ${like ? sql`AND (r.account LIKE ${like} OR r.display_name LIKE ${like})` : sql``}
      ${query.role ? sql`AND EXISTS (SELECT 1 FROM access.grant_of_role g WHERE g.actor_id = r.id AND g.role = ${query.role} AND (g.valid_to IS NULL OR g.valid_to > ${today}))` : sql``}
      ORDER BY r.account ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? (page.at(-1)?.account ?? null) : null }
}
