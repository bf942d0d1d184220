import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import type { EditionTable } from '../../../rulebook/load.ts'
import { post } from '../../organisations/index.ts'
import type { ScoreRowShown } from './subject-score.ts'

/**
 * Rows that would tell something of a person, such as the Party status of a project's head, with all of their level-1 group:
 * a row could be worked out from its neighbours.
 */
export function personalRows(table: EditionTable): ReadonlySet<string> {
  const personal = (row: EditionTable['rows'][number]) =>
    row.factDefinition?.personal === true || row.gateDefinition?.personal === true
  const groups = new Set(table.rows.filter(personal).map((row) => row.level1))
  return new Set(table.rows.filter((row) => groups.has(row.level1)).map((row) => row.id))
}

/**
 * Over the alias `s` of a subject: whether the actor may see of its persons what a post there would tell, by the same right
 * as on the post itself: in jurisdiction over the subject's place, or of the body whose persons they are (the firm that served
 * it at the period's end, its committee).
 */
export const seesPersons = (ctx: Context): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (SELECT FROM (SELECT s.place_id, s.place_id AS compound_id, whose.body_id FROM (
      SELECT s.body_id
      UNION ALL SELECT firm.body_id FROM evaluation.published_subject firm
        JOIN evaluation.published_subject_compound served ON served.subject_id = firm.id AND served.at_end
        WHERE s.kind = 'compound' AND firm.round_id = s.round_id AND firm.kind = 'enterprise' AND served.compound_id = s.place_id
      UNION ALL SELECT committee.body_id FROM organisations.published_committee committee
        WHERE s.kind = 'compound' AND committee.compound_id = s.place_id) whose) r
    WHERE ${ctx.policy.filter(ctx.actor, 'organisations.see-party-status', post)})`

/** The rows of a subject of which the actor sees the level-1 total alone. */
export async function withheldRows(
  ctx: Context,
  table: EditionTable,
  subjectId: string,
): Promise<ReadonlySet<string>> {
  const found = await maybe(
    ctx.db,
    sql<{
      sees: boolean
    }>`SELECT ${seesPersons(ctx)} AS sees FROM evaluation.published_subject s WHERE s.id = ${subjectId}`,
  )
  return found?.sees === true ? new Set() : personalRows(table)
}

export const withheldWords = {
  zh: '本组有涉及个人的内容，您的角色只能看到一级指标的合计。',
  en: 'This group touches persons; your role sees its total only.',
}

/** The row without what it would tell. */
export const withhold = (row: ScoreRowShown): ScoreRowShown => ({
  ...row,
  points: '0',
  before: null,
  provenance: null,
  reading: { numerator: null, denominator: null, value: null },
  why: withheldWords.zh,
  whyEn: withheldWords.en,
  warning: null,
  stale: false,
  withheld: true,
})
