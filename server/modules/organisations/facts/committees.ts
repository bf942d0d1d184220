import { sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { countingCompounds, impossibleIsNotApplicable, inForce, ratio, sittingCommittee } from './standing.ts'

const impossible = (over: Over) =>
  sql<boolean>`(${impossibleIsNotApplicable(over)}::boolean AND c.committee_impossible_reason IS NOT NULL AND sitting.body_id IS NULL)`

const whyImpossible = (over: Over) =>
  sql`CASE WHEN ${impossible(over)} THEN '暂不具备成立业主委员会的条件：' || c.committee_impossible_reason END AS not_applicable`

const compoundsWithSitting = (over: Over) => sql`${over.subjects} s
  JOIN organisations.compound c ON c.place_id = s.place_id
  LEFT JOIN ${sittingCommittee('s.place_id', over)} ON true`

/** 1-03: a committee filed and sitting at the period's end (4.4.1); not applicable where none can be formed yet (C22). */
export const committeeFormed: FactSource = {
  fact: 'committee-formed',
  subjects: ['compound'],
  readings: (over) => sql<Reading>`SELECT s.subject_id,
      CASE WHEN ${impossible(over)} THEN 0 END AS numerator, CASE WHEN ${impossible(over)} THEN 0 END AS denominator,
      CASE WHEN ${impossible(over)} THEN NULL WHEN sitting.body_id IS NOT NULL THEN '1' ELSE '0' END AS value,
      ${whyImpossible(over)}
    FROM ${compoundsWithSitting(over)}`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'organisations.body' AS resource, sitting.body_id AS record_id,
      sitting.name AS label, true AS counted
    FROM ${compoundsWithSitting(over)} WHERE sitting.body_id IS NOT NULL`,
}

/** The sitting members of a committee, one row a person, as the lateral alias `m`; a chair is a member too. */
export const committeeMembers = (bodyColumn: string, over: Over) => sql`LATERAL (
  SELECT post.person_id, (array_agg(post.id ORDER BY post.id))[1] AS post_id,
    coalesce(bool_or(post.party_status = 'member'), false) AS in_party
  FROM organisations.published_post post
  WHERE post.body_id = ${sql.ref(bodyColumn)} AND post.role IN ('committee-chair', 'committee-member') AND ${inForce('post', over)}
  GROUP BY post.person_id) m`

/**
 * 1-04: attested Party members over the sitting members (4.4.3). Without a committee 0/0; a committee of which no
 * member is on record has no reading.
 */
export const committeePartyShare: FactSource = {
  fact: 'committee-party-share',
  subjects: ['compound'],
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, count(m.person_id) FILTER (WHERE m.in_party)::integer AS numerator,
      count(m.person_id)::integer AS denominator, NULL::text AS value, ${whyImpossible(over)}
    FROM ${compoundsWithSitting(over)} LEFT JOIN ${committeeMembers('sitting.body_id', over)} ON true
    GROUP BY s.subject_id, sitting.body_id, c.committee_impossible_reason
    HAVING sitting.body_id IS NULL OR count(m.person_id) > 0`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'organisations.post' AS resource, m.post_id AS record_id,
      '业委会成员 ' || person.name_mask AS label, m.in_party AS counted
    FROM ${compoundsWithSitting(over)} JOIN ${committeeMembers('sitting.body_id', over)} ON true
    JOIN organisations.person person ON person.id = m.person_id`,
}

/** Compounds that have a committee, or could: a self-managed one counts as well (C37). */
const eligible = (over: Over) => sql`${countingCompounds(over)} o
  JOIN organisations.compound c ON c.place_id = o.compound_id
  LEFT JOIN ${sittingCommittee('o.compound_id', over)} ON true
  WHERE NOT ${impossible(over)}`

/** 3-09: compounds with a sitting committee over those that can have one (4.3.3, C22, C35, C37). */
export const committeeCoverage: FactSource = {
  fact: 'committee-coverage',
  subjects: ['street', 'community'],
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, ${ratio(sql`count(n.body_id)`, sql`count(n.subject_id)`)}
    FROM ${over.subjects} s
    LEFT JOIN (SELECT o.subject_id, sitting.body_id FROM ${eligible(over)}) n ON n.subject_id = s.subject_id
    GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT n.subject_id, 'organisations.compound' AS resource, n.compound_id AS record_id,
      p.name AS label, n.body_id IS NOT NULL AS counted
    FROM (SELECT o.subject_id, o.compound_id, sitting.body_id FROM ${eligible(over)}) n
    JOIN organisations.place p ON p.id = n.compound_id WHERE n.subject_id IN (SELECT subject_id FROM ${over.subjects} s)`,
}
