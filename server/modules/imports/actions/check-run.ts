import { type Outcome, outcomesTold } from '../../../../contracts/imports/staff.ts'
import type { Context } from '../../../access/context.ts'
import { clearFindings, insertFindings } from '../storage/findings.ts'
import { clearOutcomes, insertOutcomes } from '../storage/outcomes.ts'
import { advance, endWork } from '../storage/runs.ts'
import { recordSheet } from './record-sheet.ts'
import { prepare, takeTurn, type Workshop } from './work.ts'

/**
 * Records the sheet as confirming it would, and takes everything back: what is counted is what would really happen.
 * Findings and progress are written beside that transaction and stay.
 */
export async function checkRun(ctx: Context, id: string, shop: Workshop): Promise<void> {
  const outside = ctx.db
  const trial = await outside.startTransaction().execute()
  try {
    await takeTurn(trial, id, shop)
    if (!(await advance(outside, id, ['waiting-check', 'checking'], 'checking'))) return
    await clearFindings(outside, id)
    await clearOutcomes(outside, id)
    const work = await prepare(outside, id, ctx, shop)
    const found = await recordSheet(
      { ...ctx, db: trial },
      {
        ...work,
        decisions: {},
        found: (findings) => insertFindings(outside, ctx.keys, id, findings),
        telling: {
          before: ctx,
          most: outcomesTold,
          cells: true,
          save: (outcomes) => insertOutcomes(outside, ctx.keys, id, outcomes.map(notYet)),
        },
      },
    )
    await endWork(outside, id, { state: 'checked', at: null, ...found })
  } finally {
    await trial.rollback().execute()
  }
}

/** A record that the trial alone has seen: it has no page, and the code it was given is not its own yet. */
const notYet = (outcome: Outcome): Outcome =>
  outcome.outcome === 'created' ? { ...outcome, code: null, page: null } : outcome
