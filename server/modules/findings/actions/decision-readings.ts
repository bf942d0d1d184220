import { decisionName } from '../../../../contracts/findings/words.ts'
import type { Context } from '../../../access/context.ts'
import { type GivenReading, recordReadings } from '../../evaluation/index.ts'
import type { KeptDecision, MeantSubject } from '../storage/decisions.ts'

/** 「不适用决定〔2026〕3号（依据裁定C22）：…」: what the score's sentence and the point drawer say of it. */
export const decisionSays = ({ year, ground, reason }: KeptDecision, number: number): string =>
  `${decisionName(year, number)}${ground === 'other' ? '' : `（依据裁定${ground}）`}：${reason}`

/**
 * Writes the decision over its subjects as readings that go before all others, or withdraws them. The decision's name
 * stands as the giver, so that what others recorded of the fact is neither replaced nor lost.
 */
export async function writeDecisionReadings(
  ctx: Context,
  decision: KeptDecision,
  number: number,
  subjects: readonly Pick<MeantSubject, 'placeId' | 'bodyId'>[],
  { standing, reason }: { standing: GivenReading['standing']; reason: string },
): Promise<void> {
  const says = decisionSays(decision, number)
  await recordReadings(
    ctx,
    subjects.map(({ placeId, bodyId }) => ({
      year: decision.year,
      fact: decision.fact,
      placeId,
      bodyId,
      projectId: null,
      grader: decisionName(decision.year, number),
      incident: '',
      numerator: null,
      denominator: null,
      value: null,
      named: null,
      notApplicable: says,
      note: says,
      evidence: '',
      provenance: 'inspected',
      standing,
      reason,
    })),
  )
}
