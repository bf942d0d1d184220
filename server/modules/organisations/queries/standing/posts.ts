import { sql } from 'kysely'
import { type PostRole, words } from '../../../../../contracts/organisations/words.ts'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'
import type { Cell, RowOfRecord } from '../../../sheet-kind.ts'
import { standingsOf, withCode } from '../../../sheet-rows.ts'
import { post } from '../../policy.ts'

interface Found {
  id: string
  bodyId: string
  bodyName: string
  compoundName: string | null
  compoundCode: string | null
  name: string
  role: PostRole
  cells: Record<string, Cell>
  /** NULL where the Party status is not for this person's eyes. */
  attested: Record<string, Cell> | null
}

/** What posts say, as their list shows them: names and telephones masked, Party status only to whom it is meant. */
export async function standingPosts(ctx: Context, sheet: readonly RowOfRecord[]) {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT r.id, r.body_id AS "bodyId", b.name AS "bodyName", p.name AS "compoundName", p.code AS "compoundCode",
        person.name_mask AS name, r.role,
        json_build_object('phone', person.phone_mask, 'from', r.valid_from, 'to', r.valid_to - 1) AS cells,
        CASE WHEN ${ctx.policy.filter(ctx.actor, 'organisations.see-party-status', post)} THEN json_build_object(
          'partyStatus', r.party_status, 'attestedBy', r.attested_by, 'attestedOn', r.attested_on) END AS attested
      FROM organisations.post r JOIN organisations.person person ON person.id = r.person_id
      JOIN organisations.body b ON b.id = r.body_id LEFT JOIN organisations.place p ON p.id = r.compound_id
      WHERE ${ctx.policy.filter(ctx.actor, 'organisations.see-posts', post)}
        AND r.id = ANY(${sheet.map(({ id }) => id)}::uuid[])`,
  )
  return standingsOf(sheet, found, (one) => ({
    name: `${one.name} · ${words.postRole[one.role]} · ${one.bodyName}`,
    code: null,
    page: `/organisations/bodies/${one.bodyId}`,
    cells: {
      ...one.cells,
      ...one.attested,
      body: one.bodyName,
      compound: withCode(one.compoundName, one.compoundCode),
      name: one.name,
      role: one.role,
    },
  }))
}
