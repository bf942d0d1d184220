import { sql } from 'kysely'
import { type StaffKind, words } from '../../../../../contracts/organisations/words.ts'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'
import type { RowOfRecord, Standing } from '../../../sheet-kind.ts'
import { text, withCode } from '../../../sheet-rows.ts'

interface Found {
  row: number
  id: string
  name: string
  code: string
  kind: StaffKind
  asOf: string
  contracted: number
  actual: number
}

/** What counts of staff say. A count is part of its compound's record, so the row's own kind and day tell which is meant. */
export async function standingStaffing(
  ctx: Context,
  sheet: readonly RowOfRecord[],
): Promise<Map<number, Standing>> {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT named.row, p.id, p.name, p.code, s.post_kind AS kind, s.as_of AS "asOf", s.contracted, s.actual
      FROM unnest(${sheet.map(({ row }) => row)}::integer[], ${sheet.map(({ id }) => id)}::uuid[],
        ${sheet.map((one) => text(one, 'kind'))}::text[], ${sheet.map((one) => text(one, 'asOf'))}::date[])
        AS named (row, compound_id, post_kind, as_of)
      JOIN organisations.staffing s ON s.compound_id = named.compound_id AND s.post_kind = named.post_kind
        AND s.as_of = named.as_of
      JOIN organisations.place p ON p.id = s.compound_id`,
  )
  return new Map(
    found.map(({ row, id, name, code, kind, asOf, contracted, actual }) => [
      row,
      {
        name: `${name} · ${words.staffKind[kind]}`,
        code,
        page: `/organisations/compounds/${id}`,
        cells: { compound: withCode(name, code), kind, contracted, actual, asOf },
      },
    ]),
  )
}
