import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { Cell, RowOfRecord } from '../../sheet-kind.ts'
import { standingsOf, withCode } from '../../sheet-rows.ts'

interface Found {
  id: string
  name: string
  placeName: string
  placeCode: string
  body: string | null
  projectName: string | null
  projectCode: string | null
  cells: Record<string, Cell>
}

/** What Party organisations say, in the words of their sheet; the last day as the sheet writes it. */
export async function standingOrganisations(ctx: Context, sheet: readonly RowOfRecord[]) {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT o.id, o.name, place.name AS "placeName", place.code AS "placeCode", host.name AS body,
        project.name AS "projectName", project.code AS "projectCode",
        json_build_object('form', o.form, 'formalMembers', o.formal_members, 'foundedOn', o.founded_on,
          'to', o.ended_on - 1) AS cells
      FROM party_organisations.organisation o JOIN organisations.published_place place ON place.id = o.place_id
      LEFT JOIN organisations.published_body host ON host.id = o.host_id
      LEFT JOIN organisations.published_place project ON project.id = o.project_id
      WHERE o.id = ANY(${sheet.map(({ id }) => id)}::uuid[])`,
  )
  return standingsOf(sheet, found, ({ id, name, body, ...one }) => ({
    name,
    code: null,
    page: `/organisations/party/${id}`,
    cells: {
      ...one.cells,
      name,
      body,
      place: withCode(one.placeName, one.placeCode),
      compound: withCode(one.projectName, one.projectCode),
    },
  }))
}
