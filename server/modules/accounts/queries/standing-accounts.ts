import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { RowOfRecord, Standing } from '../../sheet-kind.ts'
import { text, withCode } from '../../sheet-rows.ts'

interface Found {
  row: number
  account: string
  displayName: string
  role: string
  scope: string
  /** What the scope is called, where the account holds the row's role there. */
  held: string | null
}

/** What accounts say: their name, and the role of the row where they hold it today. */
export async function standingAccounts(
  ctx: Context,
  sheet: readonly RowOfRecord[],
): Promise<Map<number, Standing>> {
  const today = ctx.clock.today()
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT named.row, a.account, a.display_name AS "displayName", named.role, named.scope,
        (SELECT coalesce(p.name, b.name) FROM access.grant_of_role g
          LEFT JOIN organisations.published_place p ON p.id = g.place_id
          LEFT JOIN organisations.published_body b ON b.id = g.body_id
          LEFT JOIN organisations.published_committee c ON c.body_id = g.body_id
          LEFT JOIN organisations.published_place compound ON compound.id = c.compound_id
          WHERE g.actor_id = a.id AND g.role = named.role AND (g.valid_to IS NULL OR g.valid_to > ${today})
            AND named.scope IN (p.code, b.uscc, compound.code) LIMIT 1) AS held
      FROM unnest(${sheet.map(({ row }) => row)}::integer[], ${sheet.map(({ id }) => id)}::uuid[],
        ${sheet.map((one) => text(one, 'role'))}::text[], ${sheet.map((one) => text(one, 'scope'))}::text[])
        AS named (row, id, role, scope)
      JOIN accounts.account a ON a.id = named.id`,
  )
  return new Map(
    found.map(({ row, account, displayName, role, scope, held }) => [
      row,
      {
        name: displayName,
        code: account,
        page: `/accounts/of/${account}`,
        cells: {
          account,
          displayName,
          role: held === null ? null : role,
          scope: held === null ? null : withCode(held, scope),
        },
      },
    ]),
  )
}
