import { sql } from 'kysely'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'
import type { RowOfRecord } from '../../../sheet-kind.ts'
import { standingsOf, withCode } from '../../../sheet-rows.ts'

interface Found {
  id: string
  providerName: string
  uscc: string | null
  compoundId: string
  compoundName: string
  compoundCode: string
  number: string
  from: string
  to: string | null
}

/** What contracts say; their last day as the sheet writes it. */
export async function standingContracts(ctx: Context, sheet: readonly RowOfRecord[]) {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT s.id, b.name AS "providerName", b.uscc, p.id AS "compoundId", p.name AS "compoundName",
        p.code AS "compoundCode", s.number, s.valid_from AS "from", s.valid_to - 1 AS "to"
      FROM organisations.service_contract s JOIN organisations.body b ON b.id = s.provider_id
      JOIN organisations.place p ON p.id = s.compound_id WHERE s.id = ANY(${sheet.map(({ id }) => id)}::uuid[])`,
  )
  return standingsOf(sheet, found, (one) => ({
    name: `${one.compoundName} · ${one.providerName}`,
    code: one.number,
    page: `/organisations/compounds/${one.compoundId}`,
    cells: {
      uscc: withCode(one.providerName, one.uscc),
      compound: withCode(one.compoundName, one.compoundCode),
      number: one.number,
      from: one.from,
      to: one.to,
    },
  }))
}
