import { sql } from 'kysely'
import { words } from '../../../../contracts/organisations/words.ts'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'

/** The latest count of each kind of post by the period's end. */
const counts = (over: Over) => sql`LATERAL (
  SELECT DISTINCT ON (f.post_kind) f.post_kind, f.contracted, least(f.actual, f.contracted) AS filled
  FROM organisations.staffing f WHERE f.compound_id = s.place_id AND f.as_of <= ${over.to}::date
  ORDER BY f.post_kind, f.as_of DESC) f`

const kindWords = sql`${JSON.stringify(words.staffKind)}::jsonb`

/** 1-14: staff in post, capped for each kind, over those due by contract (6.1.6). */
export const specialistStaffing: FactSource = {
  fact: 'specialist-staffing',
  subjects: ['compound'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, sum(f.filled)::integer AS numerator,
      sum(f.contracted)::integer AS denominator, NULL::text AS value, NULL::text AS not_applicable
    FROM ${over.subjects} s JOIN ${counts(over)} ON true GROUP BY s.subject_id`,
  // One record for each place due, so that those filled add up to the numerator.
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'organisations.compound' AS resource, s.place_id AS record_id,
      (${kindWords} ->> f.post_kind) || '第' || n || '岗' AS label, n <= f.filled AS counted
    FROM ${over.subjects} s JOIN ${counts(over)} ON true CROSS JOIN generate_series(1, f.contracted) n`,
}
