import { sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { impossibleIsNotApplicable, inForce, sittingCommittee, yesNo } from '../../organisations/index.ts'
import { anyWay, coverageLabel, coverageOf } from './coverage.ts'

/** 1-02: an organisation, own or joint, or an instructor covers the project at the period's end (4.5.1, C19). */
export const projectPartyCoverage: FactSource = {
  fact: 'project-party-coverage',
  subjects: ['compound'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, ${yesNo(sql`cov.id IS NOT NULL`)}
    FROM ${over.subjects} s LEFT JOIN ${coverageOf('compound_id', 's.place_id', anyWay, over)} ON true`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'party-organisations.coverage' AS resource, cov.id AS record_id,
      ${coverageLabel} AS label, true AS counted
    FROM ${over.subjects} s JOIN ${coverageOf('compound_id', 's.place_id', anyWay, over)} ON true`,
}

const committeesCovered = (over: Over) => sql`${over.subjects} s
  JOIN organisations.published_compound c ON c.place_id = s.place_id
  LEFT JOIN ${sittingCommittee('s.place_id', over)} ON true
  LEFT JOIN ${coverageOf('body_id', 'sitting.body_id', anyWay, over)} ON true`

/** 1-05: the sitting committee has an organisation or an instructor (6.1.2); not applicable where none can be formed (C22). */
export const committeePartyCoverage: FactSource = {
  fact: 'committee-party-coverage',
  subjects: ['compound'],
  readings: (over) => {
    const impossible = sql`(${impossibleIsNotApplicable(over)}::boolean AND c.committee_impossible_reason IS NOT NULL AND sitting.body_id IS NULL)`
    return sql<Reading>`SELECT s.subject_id, CASE WHEN ${impossible} THEN 0 END AS numerator,
        CASE WHEN ${impossible} THEN 0 END AS denominator,
        CASE WHEN ${impossible} THEN NULL WHEN cov.id IS NOT NULL THEN '1' ELSE '0' END AS value,
        CASE WHEN ${impossible} THEN '暂不具备成立业主委员会的条件：' || c.committee_impossible_reason END AS not_applicable
      FROM ${committeesCovered(over)}`
  },
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'party-organisations.coverage' AS resource, cov.id AS record_id,
      sitting.name || ' · ' || ${coverageLabel} AS label, true AS counted
    FROM ${committeesCovered(over)} WHERE cov.id IS NOT NULL`,
}

/** One post that somebody of the community's or grid's organisation holds in that of the committee or the provider. */
const crossed = (over: Over) => sql`LATERAL (
  SELECT theirs.id, theirs.person_id, theirs.role FROM organisations.published_place_version home
  JOIN organisations.published_body community ON community.place_id = home.parent_id AND community.kind = 'residents-committee'
  JOIN organisations.published_post ours ON ours.body_id = community.id
    AND ours.role IN ('community-secretary', 'community-member', 'grid-party-member') AND ${inForce('ours', over)}
  JOIN organisations.published_post theirs ON theirs.person_id = ours.person_id
    AND theirs.role IN ('committee-party-member', 'enterprise-party-member') AND ${inForce('theirs', over)}
  WHERE home.place_id = s.place_id AND ${inForce('home', over)} AND (
    theirs.body_id IN (SELECT k.body_id FROM organisations.published_committee k WHERE k.compound_id = s.place_id AND ${inForce('k', over)})
    OR theirs.body_id IN (SELECT p.provider_id FROM organisations.published_service_contract p
      WHERE p.compound_id = s.place_id AND ${inForce('p', over)}))
  ORDER BY theirs.id LIMIT 1) crossed`

/** 1-09: somebody serves both in the community's or grid's organisation and in the committee's or the enterprise's (5.2.1). */
export const crossAppointment: FactSource = {
  fact: 'cross-appointment',
  subjects: ['compound'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, ${yesNo(sql`crossed.id IS NOT NULL`)}
    FROM ${over.subjects} s LEFT JOIN ${crossed(over)} ON true`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'organisations.post' AS resource, crossed.id AS record_id,
      CASE crossed.role WHEN 'committee-party-member' THEN '业委会党组织成员 ' ELSE '企业党组织成员 ' END || person.name_mask AS label,
      true AS counted
    FROM ${over.subjects} s JOIN ${crossed(over)} ON true
    JOIN organisations.published_person person ON person.id = crossed.person_id`,
}
