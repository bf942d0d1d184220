import { type RawBuilder, sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { byEndOf, claimsOfAreas } from './claims-over.ts'
import { measures, of } from './measures.ts'
import { claimLabel, ratioOfClaims } from './ratio-of-claims.ts'

/**
 * How matters under supervision stood at the period's end: `open` where the term had run out on an unfinished one,
 * `late` where it was finished after its term. One that is unfinished within its term is judged by nobody yet.
 */
const judged = (over: Over, levels: readonly string[]) => {
  const ended = sql<boolean>`coalesce(${byEndOf('c.closed_at', over)}, false)`
  const ranOut = sql<boolean>`coalesce(${byEndOf('c.late_at', over)}, false)`
  const late = sql<boolean>`(${ranOut} OR c.answered_in_time IS FALSE)`
  return sql`(SELECT c.subject_id, c.id, ${claimLabel} AS label, ${ended} AS is_ended, ${late} AS is_late
    FROM ${claimsOfAreas(over)} c
    WHERE c.is_supervised AND c.key_level = ANY(${[...levels]}::text[]) AND ${measures.keySolved.among(over)}
      AND (${ended} OR ${late}))`
}

/** 3-16, 4-01: the four levels of the table, from the worst: 0 half or more open past their term … 3 all in time, or none listed. */
const supervisedMatters = (
  fact: string,
  subjects: FactSource['subjects'],
  levels: readonly string[],
): FactSource => {
  const open = sql`count(n.id) FILTER (WHERE n.is_late AND NOT n.is_ended)`
  return {
    fact,
    subjects,
    readings: (
      over,
    ) => sql<Reading>`SELECT s.subject_id, NULL::integer AS numerator, NULL::integer AS denominator,
        CASE WHEN count(n.id) = 0 THEN '3' WHEN 2 * ${open} >= count(n.id) THEN '0' WHEN ${open} > 0 THEN '1'
          WHEN bool_or(n.is_late) THEN '2' ELSE '3' END AS value, NULL::text AS not_applicable
      FROM ${over.subjects} s LEFT JOIN ${judged(over, levels)} n ON n.subject_id = s.subject_id GROUP BY s.subject_id`,
    records: (
      over,
    ) => sql<RecordBehind>`SELECT n.subject_id, 'petitions.claim' AS resource, n.id AS record_id,
        n.label || CASE WHEN n.is_late THEN '（超期）' ELSE '（按期）' END AS label, NOT n.is_late AS counted
      FROM ${judged(over, levels)} n`,
  }
}

export const localitySupervised = supervisedMatters(
  'locality-supervised-matters',
  ['street', 'community'],
  ['community', 'street'],
)
export const districtSupervised = supervisedMatters(
  'district-supervised-matters',
  ['district'],
  ['district', 'city'],
)

const onDistrictsList = sql<boolean>`(c.is_complex AND c.key_level IN ('district', 'city'))`

/** 4-02: ended as solved, of the complex problems on the district's list in the period (4.2.3). */
export const complexSolved = ratioOfClaims({
  fact: 'district-complex-problems-solved',
  subjects: ['district'],
  claims: claimsOfAreas,
  measure: {
    among: of(measures.keySolved, onDistrictsList).among,
    counts: (period): RawBuilder<boolean> =>
      sql`(coalesce(${byEndOf('c.closed_at', period)}, false) AND c.is_solved)`,
  },
})
