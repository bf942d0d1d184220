import { sql } from 'kysely'
import type { trailStatus } from '../../../../contracts/audit-trail/staff.ts'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { one } from '../../../platform/database/database.ts'
import { entry } from '../policy.ts'
import { askWholeCity } from '../storage/whole-city.ts'

/** How far sealing has come and what the last verification found. */
export async function status(ctx: Context): Promise<Answer<typeof trailStatus>> {
  await askWholeCity(ctx.db, ctx.policy.filter(ctx.actor, 'audit-trail.see', entry))
  return await one(
    ctx.db,
    sql<Answer<typeof trailStatus>>`SELECT
      (SELECT json_build_object('number', number, 'at', at) FROM platform.audit_seal ORDER BY number DESC LIMIT 1) AS "lastSeal",
      (SELECT json_build_object('count', count(*), 'oldestAt', min(e.at)) FROM platform.audit_unsealed q
        JOIN platform.audit_entry e ON e.id = q.entry_id) AS unsealed,
      (SELECT json_build_object('at', v.at, 'byName', a.display_name, 'ok', v.ok, 'seals', v.seals, 'entries', v.entries,
          'unsealed', v.unsealed, 'findings', v.findings, 'more', v.more)
        FROM audit_trail.verification v LEFT JOIN accounts.published_account a ON a.id = v.by_actor
        ORDER BY v.at DESC, v.id DESC LIMIT 1) AS "lastVerification"`,
  )
}
