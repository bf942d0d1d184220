import { sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { inForce, sittingCommittee } from './standing.ts'

/** Relation of part-time seats in the compound's own community, with whoever holds them (5.2.2). */
const seats = (over: Over) => sql`${over.subjects} s
  JOIN organisations.published_place_version home ON home.place_id = s.place_id AND ${inForce('home', over)}
  JOIN organisations.body community ON community.place_id = home.parent_id AND community.kind = 'residents-committee'
  JOIN organisations.post seat ON seat.body_id = community.id AND seat.role = 'community-part-time-member' AND ${inForce('seat', over)}`

/** One row for each of the two roles that holds a seat: a committee member's, and the project head's. */
const held = (over: Over) => sql`(
  SELECT DISTINCT ON (s.subject_id) s.subject_id, seat.id, seat.person_id, '业委会成员' AS role FROM ${seats(over)}
  JOIN ${sittingCommittee('s.place_id', over)} ON true
  JOIN organisations.post member ON member.person_id = seat.person_id AND member.body_id = sitting.body_id
    AND member.role IN ('committee-chair', 'committee-member') AND ${inForce('member', over)}
  UNION ALL
  SELECT DISTINCT ON (s.subject_id) s.subject_id, seat.id, seat.person_id, '项目负责人' AS role FROM ${seats(over)}
  JOIN organisations.post head ON head.compound_id = s.place_id AND head.role = 'project-head'
    AND head.person_id = seat.person_id AND ${inForce('head', over)})`

/** 1-10: how many of the two roles, committee member and project head, hold a part-time seat: 0, 1 or 2 (5.2.2). */
export const partTimeMembersHeld: FactSource = {
  fact: 'part-time-members-held',
  subjects: ['compound'],
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, NULL::integer AS numerator, NULL::integer AS denominator,
      count(held.id)::text AS value, NULL::text AS not_applicable
    FROM ${over.subjects} s LEFT JOIN ${held(over)} held ON held.subject_id = s.subject_id GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT held.subject_id, 'organisations.post' AS resource, held.id AS record_id,
      '社区兼职委员（' || held.role || '）' || person.name_mask AS label, true AS counted
    FROM ${held(over)} held JOIN organisations.person person ON person.id = held.person_id`,
}
