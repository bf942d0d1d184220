import { sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { ratio } from '../../organisations/index.ts'
import { claimsOfAreas, during } from './claims-over.ts'
import { measures, of } from './measures.ts'
import { ratioOfClaims } from './ratio-of-claims.ts'

const localities = ['street', 'community'] as const
const ofAreas = { subjects: localities, claims: claimsOfAreas }

/** 3-07: solved, of the valid claims that came through 12345 and ended in the period (6.4.2). */
export const hotlineSolved = ratioOfClaims({
  ...ofAreas,
  fact: 'locality-hotline-problems-solved',
  measure: of(measures.solved, sql<boolean>`c.channel = 'hotline-12345'`),
})

/** 3-08: struck off as solved, of the key and hard problems listed in the period (6.4.3). */
export const keySolved = ratioOfClaims({
  ...ofAreas,
  fact: 'locality-key-problems-solved',
  measure: measures.keySolved,
})

/** 3-17: solved, of the claims of every channel that fell due in the period: leaving one open mends nothing (6.4.2). */
export const dispatchedSolved = ratioOfClaims({
  ...ofAreas,
  fact: 'locality-dispatched-problems-solved',
  measure: measures.dueSolved,
})

/** Claims of the subjects that climbed past their own level in the period. */
const climbedPast = (over: Over) => sql`(SELECT c.* FROM ${claimsOfAreas(over)} c
  JOIN ${over.subjects} s ON s.subject_id = c.subject_id JOIN organisations.published_place own ON own.id = s.place_id
  WHERE EXISTS (SELECT FROM petitions.climb k WHERE k.claim_id = c.id AND ${during('k.at', over)}
    AND (k.level IN ('district', 'city') OR (k.level = 'street' AND own.kind = 'community'))))`

/** 3-20: solved, of the claims that went past the street or community to a higher office in the period (6.4.2). */
export const escalatedSolved = ratioOfClaims({
  fact: 'locality-escalated-problems-solved',
  subjects: localities,
  claims: climbedPast,
  measure: { among: () => sql`true`, counts: measures.solved.counts },
})

/** Incidents on record in the area as it was bounded on their day. */
const incidents = (
  over: Over,
) => sql`(SELECT s.subject_id, m.id, m.happened_on, place.name FROM ${over.subjects} s
  JOIN petitions.lying l ON l.ancestor_id = s.place_id
  JOIN petitions.published_mass_incident m ON m.place_id = l.place_id AND l.days @> m.happened_on
    AND m.happened_on BETWEEN ${over.from}::date AND ${over.to}::date
  JOIN organisations.published_place place ON place.id = m.place_id)`

/** 3-18: mass incidents from property problems, as the competent department found them (6.4.2). */
export const massIncidents: FactSource = {
  fact: 'locality-mass-incidents',
  subjects: localities,
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, NULL::integer AS numerator, NULL::integer AS denominator,
      count(n.id)::text AS value, NULL::text AS not_applicable
    FROM ${over.subjects} s LEFT JOIN ${incidents(over)} n ON n.subject_id = s.subject_id GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT n.subject_id, 'petitions.mass-incident' AS resource, n.id AS record_id,
      to_char(n.happened_on, 'YYYY-MM-DD') || ' ' || n.name AS label, true AS counted
    FROM ${incidents(over)} n`,
}

/** Calls upon the offices of streets and communities, whose Party organisations answer them; a street's with its communities'. */
const calls = (over: Over) => sql`(SELECT s.subject_id, k.whistle_id, k.number, k.in_time, office.name
  FROM ${over.subjects} s JOIN petitions.lying l ON l.ancestor_id = s.place_id
  JOIN petitions.published_call k ON k.office_place_id = l.place_id AND ${during('k.due_at', over)}
    AND l.days @> (k.called_at AT TIME ZONE 'Asia/Shanghai')::date
  JOIN organisations.published_place office ON office.id = k.office_place_id AND office.kind IN ('street', 'community'))`

/** 3-19: calls answered on the spot in time, of those that ran out in the period (5.2.3, 6.4.2). */
export const whistlesAttended: FactSource = {
  fact: 'locality-whistles-attended',
  subjects: localities,
  readings: (over) => sql<Reading>`SELECT s.subject_id,
      ${ratio(sql`count(n.subject_id) FILTER (WHERE n.in_time)`, sql`count(n.subject_id)`)}
    FROM ${over.subjects} s LEFT JOIN ${calls(over)} n ON n.subject_id = s.subject_id GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT n.subject_id, 'petitions.whistle' AS resource, n.whistle_id AS record_id,
      n.number || ' · ' || n.name || CASE WHEN n.in_time THEN '：按时报到' ELSE '：未按时报到' END AS label, n.in_time AS counted
    FROM ${calls(over)} n`,
}
