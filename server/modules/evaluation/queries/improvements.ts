import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getImprovements } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { improvement } from '../rules/improve.ts'
import { findSubject } from './subject-score.ts'
import { withheldRows } from './withheld.ts'

/** What would raise the score: the rows with lost points, most first. */
export async function improvements(
  ctx: Context,
  editions: Editions,
  roundId: string,
  subjectId: string,
): Promise<Answer<typeof getImprovements>> {
  const { table, stored } = await findSubject(ctx, editions, roundId, subjectId)
  const withheld = await withheldRows(ctx, table, subjectId)
  const found = table.rows.flatMap((row) => {
    if (withheld.has(row.id)) return []
    const kept = stored.get(row.id)
    if (!kept) return []
    const better = improvement({
      ...kept,
      row,
      points: Fraction.parse(kept.pointsExact),
      max: Fraction.parse(kept.maxExact),
    })
    return better ? [{ row, state: kept.state, ...better }] : []
  })
  found.sort((a, b) => b.lost.compare(a.lost))
  return {
    rows: found.map(({ row, state, lost, what, whatEn }) => ({
      id: row.id,
      indicator: row.indicator,
      indicatorEn: row.indicatorEn,
      lost: lost.toDecimal(4),
      state,
      what,
      whatEn,
      clause: row.clauses[0] ?? null,
    })),
  }
}
