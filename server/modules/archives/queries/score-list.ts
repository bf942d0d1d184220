import { sql } from 'kysely'
import type { RoundState, SubjectKind } from '../../../../contracts/evaluation/words.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { roundResource, subjectResource } from '../../evaluation/index.ts'

interface ListedRound {
  year: number
  name: string
  placeName: string
  edition: string
  from: string
  to: string
  state: RoundState
  currentRun: number | null
}
export interface ListedScores {
  round: ListedRound
  kind: SubjectKind
  rows: {
    rank: number | null
    name: string
    code: string
    districtName: string
    streetName: string | null
    households: number
    total: string | null
    band: string | null
    missingRows: number | null
    notAssessed: boolean
  }[]
}

/** Scores of a kind by rank, as far as the asker sees them. @throws 404 when the round is out of sight */
export async function scoreList(
  ctx: Context,
  { id, kind }: { id: string; kind: SubjectKind },
): Promise<ListedScores> {
  const round = await maybe(
    ctx.db,
    sql<ListedRound>`SELECT r.year, r.name, place.name AS "placeName", r.edition, r.period_from AS "from", r.period_to AS "to",
        r.state, r.current_run AS "currentRun"
      FROM evaluation.published_round r JOIN organisations.published_place place ON place.id = r.place_id
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-rounds', roundResource)}`,
  )
  if (!round) throw refuse('not-found')
  const listed = await rows(
    ctx.db,
    sql<ListedScores['rows'][number]>`SELECT score.rank, r.name, r.code, r.district_name AS "districtName",
        r.street_name AS "streetName", r.households, score.total::text, score.band, score.missing_rows AS "missingRows",
        r.not_assessed_reason IS NOT NULL AS "notAssessed"
      FROM evaluation.published_subject r
      LEFT JOIN evaluation.published_total score ON score.run_id = ${round.currentRun} AND score.subject_id = r.id
      WHERE r.round_id = ${id} AND r.kind = ${kind} AND r.listed
        AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subjectResource)}
      ORDER BY score.rank NULLS LAST, score.total DESC NULLS LAST, r.code, r.id`,
  )
  return { round, kind, rows: listed }
}
