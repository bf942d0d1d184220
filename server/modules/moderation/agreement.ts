import type { Answer } from '../../../contracts/endpoint.ts'
import type { getAgreement } from '../../../contracts/moderation/staff.ts'
import type { Context } from '../../access/context.ts'
import type { EditionRow, Editions } from '../../rulebook/load.ts'
import { allPairs } from './queries/pairs.ts'
import { crossingOf, shareOf, weightedKappa } from './rules/agreement.ts'

/** The rubric's levels, the best first. */
const levels = ['优', '良', '中', '差']

/** How far two independent graders agree on the sample of a round. */
export async function agreementOf(
  ctx: Context,
  editions: Editions,
  roundId: string,
): Promise<Answer<typeof getAgreement>> {
  const all = await allPairs(ctx, editions, roundId)
  const differences = all.flatMap(({ pair }) =>
    pair.difference === null ? [] : [Math.abs(Number(pair.difference))],
  )
  const exact = differences.filter((difference) => difference === 0).length
  const graded = all.flatMap(({ pair, row }) => {
    const [first, second] = [levelOf(row, pair.firstSaid), levelOf(row, pair.secondSaid)]
    return first < 0 || second < 0 ? [] : [[first, second] as const]
  })
  const crossing = crossingOf(graded, levels.length)
  return {
    subjects: new Set(all.map(({ pair }) => pair.subjectId)).size,
    pairs: all.length,
    compared: differences.length,
    exact,
    exactShare: shareOf(exact, differences.length),
    meanDifference:
      differences.length === 0 ? null : differences.reduce((sum, one) => sum + one, 0) / differences.length,
    graded: graded.length,
    kappa: weightedKappa(crossing),
    levels,
    crossing,
  }
}

/** Of a grade by rubric alone; -1 for anything else. */
function levelOf(row: EditionRow | undefined, said: { named: string | null; value: string | null }): number {
  if (row?.mechanism !== 'grade') return -1
  if (said.named !== null) return levels.indexOf(said.named)
  const level = row.rubric.find(
    ({ share }) => said.value !== null && Number(said.value) === shareNumber(share),
  )
  return level ? levels.indexOf(level.level) : -1
}

function shareNumber(share: string): number {
  const [top = '0', bottom = '1'] = share.split('/')
  return Number(top) / Number(bottom)
}
