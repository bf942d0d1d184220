import { sql } from 'kysely'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { Client, listClients } from '../../../../contracts/petitions/clients.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged } from '../../organisations/index.ts'
import { client } from '../policy.ts'

const verb = 'petitions.manage-clients'

/** The newest first. Neither key nor secret is ever shown again. */
export async function clients(ctx: Context, { after, limit }: Received<typeof listClients>['query']) {
  const found = await rows(
    ctx.db,
    sql<Client>`SELECT r.id, r.name, r.kind, r.place_id AS "placeId", place.name AS "placeName", r.state,
        r.created_at AS "createdAt", account.display_name AS "createdBy", ${ctx.policy.can(ctx.actor, client, [verb])} AS can
      FROM petitions.client r JOIN organisations.published_place place ON place.id = r.place_id
      LEFT JOIN accounts.published_account account ON account.id = r.created_by
      WHERE ${ctx.policy.filter(ctx.actor, verb, client)} ${after ? sql`AND r.id::text < ${after}` : sql``}
      ORDER BY r.id::text DESC ${limitTo(limit + 1)}`,
  )
  return paged(found, limit, (row) => row.id)
}
