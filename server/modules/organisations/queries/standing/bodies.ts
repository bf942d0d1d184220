import { sql } from 'kysely'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'
import type { Cell, RowOfRecord } from '../../../sheet-kind.ts'
import { standingsOf, withCode } from '../../../sheet-rows.ts'

interface Found {
  id: string
  kind: string
  name: string
  uscc: string | null
  placeName: string
  placeCode: string
  validFrom: string
}

const pageOf = (id: string) => `/organisations/bodies/${id}`

/** What bodies of any kind say; an enterprise's sheet calls the place its seat. */
export async function standingBodies(ctx: Context, sheet: readonly RowOfRecord[]) {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT b.id, b.kind, b.name, b.uscc, p.name AS "placeName", p.code AS "placeCode", b.valid_from AS "validFrom"
      FROM organisations.body b JOIN organisations.place p ON p.id = b.place_id
      WHERE b.id = ANY(${sheet.map(({ id }) => id)}::uuid[])`,
  )
  return standingsOf(sheet, found, ({ id, kind, name, uscc, placeName, placeCode, validFrom }) => {
    const seat = withCode(placeName, placeCode)
    return { name, code: uscc, page: pageOf(id), cells: { kind, name, uscc, place: seat, seat, validFrom } }
  })
}

interface Committee {
  id: string
  name: string
  compoundName: string
  compoundCode: string
  cells: Record<string, Cell>
}

/** What committees say, in the words of their sheet. */
export async function standingCommittees(ctx: Context, sheet: readonly RowOfRecord[]) {
  const found = await rows(
    ctx.db,
    sql<Committee>`SELECT b.id, b.name, p.name AS "compoundName", p.code AS "compoundCode",
        json_build_object('kind', b.kind, 'seats', c.seats, 'electedOn', c.elected_on, 'filedOn', c.filed_on,
          'renewal', c.renewal, 'termEndsOn', c.term_ends_on) AS cells
      FROM organisations.committee c JOIN organisations.body b ON b.id = c.body_id
      JOIN organisations.place p ON p.id = c.compound_id WHERE c.body_id = ANY(${sheet.map(({ id }) => id)}::uuid[])`,
  )
  return standingsOf(sheet, found, ({ id, name, compoundName, compoundCode, cells }) => ({
    name,
    code: null,
    page: pageOf(id),
    cells: { ...cells, compound: withCode(compoundName, compoundCode), name },
  }))
}
