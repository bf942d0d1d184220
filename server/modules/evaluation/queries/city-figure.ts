import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getCityFigure } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { Fraction } from '../../../values/fraction.ts'
import { subject } from '../policy.ts'
import { roundInSight } from './scores.ts'

type CityFigure = Answer<typeof getCityFigure>

interface District {
  subjectId: string
  name: string
  households: number
  /** Exact, as a fraction; null while it is not computed. */
  exact: string | null
  assessed: boolean
  inSight: boolean
}

/**
 * C33: the mean of an enterprise's district totals weighted by the households it serves in each, exact until it is
 * shown. Whoever does not see every district gets none: the others could be worked out from it.
 * @throws 404 where no district of the enterprise is in sight
 */
export async function cityFigure(ctx: Context, roundId: string, bodyId: string): Promise<CityFigure> {
  const seen = await roundInSight(ctx, roundId)
  const all = await rows(
    ctx.db,
    sql<District>`SELECT r.id AS "subjectId", r.district_name AS name, r.households, score.total_exact AS exact,
        r.not_assessed_reason IS NULL AS assessed, ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)} AS "inSight"
      FROM evaluation.subject r LEFT JOIN evaluation.score score ON score.run_id = ${seen.currentRun} AND score.subject_id = r.id
      WHERE r.round_id = ${roundId} AND r.kind = 'enterprise' AND r.listed AND r.body_id = ${bodyId}
      ORDER BY r.households DESC, r.id`,
  )
  const inSight = all.filter((one) => one.inSight)
  if (inSight.length === 0) throw refuse('not-found')
  const weighed = all.filter((one) => one.assessed)
  const why = whyNone(all, weighed)
  const shown = inSight.map(({ subjectId, name, households, exact }) => ({
    subjectId,
    name,
    households,
    total: exact === null ? null : Fraction.parse(exact).toDecimal(12),
  }))
  const households = weighed.filter((one) => one.inSight).reduce((sum, one) => sum + one.households, 0)
  return { total: why === null ? meanOf(weighed) : null, why, households, districts: shown }
}

function whyNone(all: readonly District[], weighed: readonly District[]): CityFigure['why'] {
  if (all.some((one) => !one.inSight)) return 'out-of-sight'
  if (weighed.every((one) => one.households === 0)) return 'not-assessed'
  return weighed.some((one) => one.exact === null) ? 'not-computed' : null
}

function meanOf(weighed: readonly District[]): string {
  const points = weighed.map((one) => Fraction.parse(one.exact ?? '0').mul(Fraction.of(one.households)))
  const households = Fraction.sum(weighed.map((one) => Fraction.of(one.households)))
  return Fraction.sum(points).div(households).toDecimal(12)
}
