import type { Context } from '../../../access/context.ts'
import type { EditionTable } from '../../../rulebook/load.ts'
import type { ScoreRowShown } from './subject-score.ts'

/**
 * Rows that would tell something of a person, such as the Party status of a project's head: whoever may not see that is
 * shown their level-1 group by its total alone, since a row could be worked out from its neighbours.
 */
export function withheldRows(ctx: Context, table: EditionTable): ReadonlySet<string> {
  if (ctx.policy.mayAnywhere(ctx.actor, 'organisations.see-party-status')) return new Set()
  const personal = (row: EditionTable['rows'][number]) =>
    row.factDefinition?.personal === true || row.gateDefinition?.personal === true
  const groups = new Set(table.rows.filter(personal).map((row) => row.level1))
  return new Set(table.rows.filter((row) => groups.has(row.level1)).map((row) => row.id))
}

/** The row without what it would tell. */
export const withhold = (row: ScoreRowShown): ScoreRowShown => ({
  ...row,
  points: '0',
  before: null,
  provenance: null,
  reading: { numerator: null, denominator: null, value: null },
  why: '本组有涉及个人的内容，您的角色只能看到一级指标的合计。',
  whyEn: 'This group touches persons; your role sees its total only.',
  warning: null,
  stale: false,
  withheld: true,
})
