import { sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { countingCompounds, inForce, ratio, yesNo } from '../../organisations/index.ts'
import { anyWay, byOrganisation, coverageLabel, coverageOf } from './coverage.ts'

/** 2-01: the enterprise has an organisation, own or joint, at the period's end (4.5.1). */
export const enterprisePartyOrganisation: FactSource = {
  fact: 'enterprise-party-organisation',
  subjects: ['enterprise'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, ${yesNo(sql`cov.id IS NOT NULL`)}
    FROM ${over.subjects} s LEFT JOIN ${coverageOf('body_id', 's.body_id', byOrganisation, over)} ON true`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'party-organisations.coverage' AS resource, cov.id AS record_id,
      ${coverageLabel} AS label, true AS counted
    FROM ${over.subjects} s JOIN ${coverageOf('body_id', 's.body_id', byOrganisation, over)} ON true`,
}

const projects = (over: Over) => sql`${countingCompounds(over)} o
  LEFT JOIN ${coverageOf('compound_id', 'o.compound_id', byOrganisation, over)} ON true`

/** 2-02: projects in the district with a branch, own or joint, over the projects there (4.5.1; the stronger form, C19). */
export const projectPartyBranches: FactSource = {
  fact: 'project-party-branches',
  subjects: ['enterprise'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, ${ratio(sql`count(n.id)`, sql`count(n.subject_id)`)}
    FROM ${over.subjects} s LEFT JOIN (SELECT o.subject_id, cov.id FROM ${projects(over)}) n ON n.subject_id = s.subject_id
    GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT o.subject_id, 'organisations.compound' AS resource, o.compound_id AS record_id,
      p.name AS label, cov.id IS NOT NULL AS counted
    FROM ${projects(over)} JOIN organisations.published_place p ON p.id = o.compound_id
    WHERE o.subject_id IN (SELECT subject_id FROM ${over.subjects} s)`,
}

/** Relation of the enterprises that serve a compound of the subject at the period's end, each once. */
const serving = (over: Over) => sql`(
  SELECT DISTINCT o.subject_id, b.id AS body_id, b.name FROM ${countingCompounds(over)} o
  JOIN organisations.published_service_contract k ON k.compound_id = o.compound_id AND ${inForce('k', over)}
  JOIN organisations.published_body b ON b.id = k.provider_id AND b.kind = 'enterprise') serving
  LEFT JOIN ${coverageOf('body_id', 'serving.body_id', anyWay, over)} ON true`

/** 4-07: enterprises covered by an organisation or an instructor over those serving in the district (4.5.1, C19). */
export const enterprisePartyCoverage: FactSource = {
  fact: 'enterprise-party-coverage',
  subjects: ['district'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, ${ratio(sql`count(n.id)`, sql`count(n.subject_id)`)}
    FROM ${over.subjects} s LEFT JOIN (SELECT serving.subject_id, cov.id FROM ${serving(over)}) n ON n.subject_id = s.subject_id
    GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT serving.subject_id, 'organisations.body' AS resource, serving.body_id AS record_id,
      serving.name AS label, cov.id IS NOT NULL AS counted
    FROM ${serving(over)} WHERE serving.subject_id IN (SELECT subject_id FROM ${over.subjects} s)`,
}

const staff = (over: Over) => sql`(
  SELECT s.subject_id, post.person_id, (array_agg(post.id ORDER BY post.id))[1] AS post_id FROM ${over.subjects} s
  JOIN organisations.published_body b ON b.place_id = s.place_id AND b.kind IN ('department', 'association')
  JOIN organisations.published_post post ON post.body_id = b.id AND post.role = 'industry-party-staff' AND ${inForce('post', over)}
  GROUP BY s.subject_id, post.person_id)`

/** 4-06: persons in full-time posts of the district's industry Party organisation (6.1.2, C6). */
export const industryPartyStaff: FactSource = {
  fact: 'industry-party-staff',
  subjects: ['district'],
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, NULL::integer AS numerator, NULL::integer AS denominator,
      count(n.person_id)::text AS value, NULL::text AS not_applicable
    FROM ${over.subjects} s LEFT JOIN ${staff(over)} n ON n.subject_id = s.subject_id GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT n.subject_id, 'organisations.post' AS resource, n.post_id AS record_id,
      '行业党组织专职人员 ' || person.name_mask AS label, true AS counted
    FROM ${staff(over)} n JOIN organisations.published_person person ON person.id = n.person_id`,
}
