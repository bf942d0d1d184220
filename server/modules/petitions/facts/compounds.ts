import { sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { ratio } from '../../organisations/index.ts'
import { claimsOfCompounds, during } from './claims-over.ts'
import { measures } from './measures.ts'
import { claimLabel, ratioOfClaims } from './ratio-of-claims.ts'

/** 1-19: solved, of the compound's valid claims that ended in the period, whatever door they came through (6.4.2). */
export const complaintResolution = ratioOfClaims({
  fact: 'complaint-resolution',
  subjects: ['compound'],
  claims: claimsOfCompounds,
  measure: measures.solved,
})

/** Satisfied, of those reached on the return visit who said; unreached stay outside. */
export const petitionSatisfaction = ratioOfClaims({
  fact: 'petition-satisfaction',
  subjects: ['compound'],
  claims: claimsOfCompounds,
  measure: measures.satisfied,
})

/** Claims on sanitation filed in the period for each hundred households: the denominator is no claim, but the compound's size. */
export const sanitationPetitions: FactSource = {
  fact: 'sanitation-petitions',
  subjects: ['compound'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, count(c.id)::integer AS numerator,
      (max(size.households)::numeric / 100)::double precision AS denominator, NULL::text AS value, NULL::text AS not_applicable
    FROM ${over.subjects} s JOIN ${over.compounds} size ON size.subject_id = s.subject_id AND size.compound_id = s.place_id
    LEFT JOIN ${claimsOfCompounds(over)} c ON c.subject_id = s.subject_id AND c.of_sanitation AND ${during('c.opened_at', over)}
    GROUP BY s.subject_id`,
  records: (over) => sql<RecordBehind>`SELECT c.subject_id, 'petitions.claim' AS resource, c.id AS record_id,
      ${claimLabel} AS label, true AS counted
    FROM ${claimsOfCompounds(over)} c WHERE c.of_sanitation AND ${during('c.opened_at', over)}`,
}

/** Calls about the compound that named its committee, an enterprise or the community's office, and ran out in the period. */
const calls = (over: Over) => sql`(SELECT s.subject_id, k.whistle_id, k.number, k.in_time,
    coalesce(body.name, office.name) AS called
  FROM ${over.subjects} s JOIN petitions.published_call k ON k.place_id = s.place_id AND ${during('k.due_at', over)}
  LEFT JOIN organisations.published_body body ON body.id = k.body_id
  LEFT JOIN organisations.published_place office ON office.id = k.office_place_id
  WHERE body.kind IN ('enterprise', 'owners-committee', 'property-management-committee', 'residents-committee')
    OR office.kind = 'community')`

/** 1-20: of those calls, the ones answered on the spot in time; each who was called is one (6.4.2, C26). */
export const whistleResponse: FactSource = {
  fact: 'whistle-response',
  subjects: ['compound'],
  readings: (over) => sql<Reading>`SELECT s.subject_id,
      ${ratio(sql`count(n.subject_id) FILTER (WHERE n.in_time)`, sql`count(n.subject_id)`)}
    FROM ${over.subjects} s LEFT JOIN ${calls(over)} n ON n.subject_id = s.subject_id GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT n.subject_id, 'petitions.whistle' AS resource, n.whistle_id AS record_id,
      n.number || ' · ' || n.called || CASE WHEN n.in_time THEN '：按时报到' ELSE '：未按时报到' END AS label, n.in_time AS counted
    FROM ${calls(over)} n`,
}
