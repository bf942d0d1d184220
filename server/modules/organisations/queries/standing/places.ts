import { sql } from 'kysely'
import type { PlaceKind } from '../../../../../contracts/organisations/words.ts'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'
import type { RowOfRecord } from '../../../sheet-kind.ts'
import { standingsOf, withCode } from '../../../sheet-rows.ts'

interface Found {
  id: string
  code: string
  name: string
  kind: PlaceKind
  inBuiltUpArea: boolean
  upperName: string | null
  upperCode: string | null
  since: string
}

/** What places say, in the words of their sheet. */
export async function standingPlaces(ctx: Context, sheet: readonly RowOfRecord[]) {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT p.id, p.code, p.name, p.kind, p.in_built_up_area AS "inBuiltUpArea", upper.name AS "upperName",
        upper.code AS "upperCode", coalesce(v.valid_from, p.valid_from) AS since
      FROM organisations.place p LEFT JOIN organisations.place upper ON upper.id = p.parent_id
      LEFT JOIN organisations.place_version v ON v.place_id = p.id AND v.valid_to IS NULL
      WHERE p.id = ANY(${sheet.map(({ id }) => id)}::uuid[])`,
  )
  return standingsOf(
    sheet,
    found,
    ({ id, code, name, kind, inBuiltUpArea, upperName, upperCode, since }) => ({
      name,
      code,
      page: `/organisations/places/${id}`,
      cells: { code, name, kind, inBuiltUpArea, parent: withCode(upperName, upperCode), validFrom: since },
    }),
  )
}
