import { type RawBuilder, sql } from 'kysely'
import type { RoundState } from '../../../../contracts/evaluation/words.ts'
import { isLiving } from '../../../../contracts/evaluation/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'

export interface Computed {
  id: string
  year: number
  state: RoundState
  currentRun: number | null
}

/** Over `score` of a subject: when it was computed last. */
const computedAt = sql`coalesce(score.computed_at, (SELECT started_at FROM evaluation.run WHERE run.id = score.run_id))`

/** Whether facts about the subject `r` were recorded, corrected or withdrawn after its `score` was computed. Frozen scores are never stale. */
export const isStale = ({ year, state }: Pick<Computed, 'year' | 'state'>): RawBuilder<boolean> =>
  isLiving(state)
    ? sql`(score.run_id IS NOT NULL AND EXISTS (SELECT FROM evaluation.declared_fact late WHERE late.place_id = r.place_id
        AND late.body_id IS NOT DISTINCT FROM r.body_id AND late.year = ${year} AND late.recorded_at > ${computedAt}))`
    : sql`false`

/** How many subjects of the round show older figures than were recorded. */
export async function staleSubjects(db: Db, round: Computed): Promise<number> {
  if (round.currentRun === null || !isLiving(round.state)) return 0
  const found = await one(
    db,
    sql<{ n: number }>`SELECT count(DISTINCT r.id)::integer AS n
      FROM evaluation.declared_fact late JOIN evaluation.subject r ON r.round_id = ${round.id} AND r.listed
        AND r.place_id = late.place_id AND r.body_id IS NOT DISTINCT FROM late.body_id
      JOIN evaluation.score score ON score.run_id = ${round.currentRun} AND score.subject_id = r.id
      WHERE late.year = ${round.year} AND late.recorded_at > (SELECT started_at FROM evaluation.run WHERE id = ${round.currentRun})
        AND late.recorded_at > ${computedAt}`,
  )
  return found.n
}

/** The facts of one subject that were recorded after its score was computed. */
export async function lateFacts(db: Db, round: Computed, subjectId: string): Promise<ReadonlySet<string>> {
  if (round.currentRun === null || !isLiving(round.state)) return new Set()
  const found = await rows(
    db,
    sql<{ fact: string }>`SELECT DISTINCT late.fact FROM evaluation.subject r
      JOIN evaluation.score score ON score.run_id = ${round.currentRun} AND score.subject_id = r.id
      JOIN evaluation.declared_fact late ON late.place_id = r.place_id AND late.body_id IS NOT DISTINCT FROM r.body_id
        AND late.year = ${round.year} AND late.recorded_at > ${computedAt}
      WHERE r.id = ${subjectId}`,
  )
  return new Set(found.map(({ fact }) => fact))
}
