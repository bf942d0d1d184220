import { type RawBuilder, sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { ratio } from '../../organisations/index.ts'
import type { Measure } from './measures.ts'

/** What people call a claim in a list of records: number, category, and how it stands. Nothing of the reporter. */
export const claimLabel = sql<string>`c.number || ' · ' || (SELECT category.name FROM petitions.category category WHERE category.code = c.category)
  || CASE WHEN c.closed_at IS NULL THEN '：未办结' WHEN c.is_solved THEN '：已解决'
    WHEN c.outcome = 'solved' THEN '：反映人表示未解决' WHEN c.outcome = 'partly' THEN '：部分解决'
    WHEN c.outcome = 'not-solvable' THEN '：暂不能解决' WHEN c.outcome = 'not-responsible' THEN '：不属于物业职责'
    ELSE '：结果未确认' END`

interface RatioOfClaims {
  fact: string
  subjects: FactSource['subjects']
  /** Relation of the subjects' claims. */
  claims(over: Over): RawBuilder<unknown>
  measure: Measure
}

/** Claims that count over the claims that a measure is about; no claim at all is 0/0, which C32 reads as 无事项. */
export const ratioOfClaims = ({ fact, subjects, claims, measure }: RatioOfClaims): FactSource => ({
  fact,
  subjects,
  readings: (over) => sql<Reading>`SELECT s.subject_id,
      ${ratio(sql`count(n.subject_id) FILTER (WHERE n.counted)`, sql`count(n.subject_id)`)}
    FROM ${over.subjects} s
    LEFT JOIN (SELECT c.subject_id, ${measure.counts(over)} AS counted FROM ${claims(over)} c WHERE ${measure.among(over)}) n
      ON n.subject_id = s.subject_id
    GROUP BY s.subject_id`,
  records: (over) => sql<RecordBehind>`SELECT c.subject_id, 'petitions.claim' AS resource, c.id AS record_id,
      ${claimLabel} AS label, ${measure.counts(over)} AS counted
    FROM ${claims(over)} c WHERE ${measure.among(over)}`,
})
