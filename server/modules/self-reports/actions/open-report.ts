import type { Context } from '../../../access/context.ts'
import type { EditionRow, Rulebook } from '../../../rulebook/load.ts'
import type { EditionsAsked } from '../papers.ts'
import { report } from '../policy.ts'
import { refuse } from '../problems.ts'
import { heldReport, type Report } from '../storage/reports.ts'
import { type RowSaid, saidOf } from '../storage/rows.ts'
import { tableRows } from '../table-rows.ts'

export const reportVerb = 'self-reports.report'
export const onReport = ({ id }: { id: string }) => ({ resource: report, id })

export interface OpenReport {
  /** As the round's edition has it. */
  rulebook: Rulebook
  report: Report
  rows: EditionRow[]
  said: Map<string, RowSaid>
}

const before = new Set(['open', 'facts'])

/** @throws where the round is not in its self-report stage */
export function refuseOtherStage({ stage, roundName: round }: Report): void {
  if (stage === 'self-report') return
  throw refuse(before.has(stage) ? 'stage-not-begun' : 'stage-over', { round }, { clause: 'A.1.4' })
}

/** A guarded report with its rows and what is said of them. @throws where it cannot be written now */
export async function openReport(ctx: Context, editions: EditionsAsked, id: string): Promise<OpenReport> {
  const found = await heldReport(ctx.db, id)
  refuseOtherStage(found)
  if (found.state === 'submitted') throw refuse('already-submitted', { by: found.submittedBy ?? '' })
  const said = await saidOf(ctx.db, [id])
  const rulebook = await editions.rulebookOf(found.edition)
  return {
    rulebook,
    report: found,
    rows: tableRows(rulebook, found),
    said: new Map(said.map((one) => [one.row, one])),
  }
}

export const stampOf = (ctx: Context) => ({ by: ctx.actor.id, at: ctx.clock.now().toISOString() })
