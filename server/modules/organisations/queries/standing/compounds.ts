import { sql } from 'kysely'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'
import type { Cell, RowOfRecord } from '../../../sheet-kind.ts'
import { standingsOf, withCode } from '../../../sheet-rows.ts'

interface Found {
  id: string
  code: string
  name: string
  communityName: string
  communityCode: string
  cells: Record<string, Cell>
}

/** What compounds say, in the words of their sheet; the area as m² with two places. */
export async function standingCompounds(ctx: Context, sheet: readonly RowOfRecord[]) {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT p.id, p.code, p.name, upper.name AS "communityName", upper.code AS "communityCode",
        json_build_object('type', c.type, 'managementMode', c.management_mode, 'households', c.households,
          'buildings', c.buildings, 'area', (c.area_centi / 100.0)::numeric(14, 2)::text, 'enclosure', c.enclosure,
          'renovatedOn', c.renovated_on, 'committeeImpossible', c.committee_impossible_reason,
          'validFrom', p.valid_from) AS cells
      FROM organisations.compound c JOIN organisations.place p ON p.id = c.place_id
      JOIN organisations.place upper ON upper.id = p.parent_id
      WHERE c.place_id = ANY(${sheet.map(({ id }) => id)}::uuid[])`,
  )
  return standingsOf(sheet, found, ({ id, code, name, communityName, communityCode, cells }) => ({
    name,
    code,
    page: `/organisations/compounds/${id}`,
    cells: { ...cells, community: withCode(communityName, communityCode), name, code },
  }))
}
