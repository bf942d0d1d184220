import type { Context } from '../../access/context.ts'
import { edition, type EditionRow, type Editions, limitAt, type Rulebook } from '../../rulebook/load.ts'
import { Fraction } from '../../values/fraction.ts'
import { pointsOfReading } from '../evaluation/index.ts'
import { type FlagLimits, flagsOf, type GradedRow } from './rules/flags.ts'
import { ensureReviews, replaceFlags } from './storage/flags.ts'
import { gradesOfRound, scoredRows, type StoredGrade } from './storage/inputs.ts'

interface RoundToExamine {
  id: string
  edition: string
  to: string
  currentRun: number
}

/** Looks at every row of a round's present scores and grades, and keeps which are to be looked at again. @returns how many */
export async function examine(ctx: Context, editions: Editions, round: RoundToExamine): Promise<number> {
  const rulebook = await editions.rulebookOf(round.edition)
  await ensureReviews(ctx.db, round.id)
  const run = { id: round.id, run: round.currentRun }
  const scored = await scoredRows(ctx.db, run)
  const grades = await gradesOfRound(ctx.db, round.id)
  const rowOf = rowsOf(rulebook, round)
  const graded = grades.flatMap((grade) => {
    const row = rowOf(grade.tableId, grade.indicator)
    return row ? [toGraded(row, grade)] : []
  })
  const flags = flagsOf(scored, graded, limitsAt(rulebook, ctx.clock.today()))
  return await replaceFlags(ctx.db, run, flags, ctx.clock.now().toISOString())
}

/** A row of a round's edition by its table and number. */
export function rowsOf(rulebook: Rulebook, round: { edition: string; to: string }) {
  const { tables } = edition(rulebook, round.edition, round.to)
  const byId = new Map(
    Object.entries(tables).flatMap(([table, { rows }]) =>
      rows.map((row) => [`${table} ${row.id}`, row] as const),
    ),
  )
  return (table: string, indicator: string): EditionRow | undefined => byId.get(`${table} ${indicator}`)
}

function toGraded(row: EditionRow, grade: StoredGrade): GradedRow {
  const points = pointsOfReading(row, grade)
  const most = Fraction.parse(row.points)
  const share = points === null || most.isZero() ? null : points.div(most).toNumber()
  return { ...grade, share, evidenceAsked: row.evidence.length > 0 }
}

function limitsAt(rulebook: Rulebook, day: string): FlagLimits {
  const figure = (name: string) => limitAt(rulebook, `moderation-${name}`, day).value.toNumber()
  return {
    least: figure('least-compared'),
    deviations: figure('outlier-deviations'),
    nearest: figure('least-distance'),
    change: figure('change'),
    disagreement: figure('disagreement'),
  }
}
