import { sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { contractInForce, countingCompounds, ratio, yesNo } from './standing.ts'

/** 1-42: the profile says enclosed or half-enclosed (6.4.1). */
export const enclosedManagement: FactSource = {
  fact: 'enclosed-management',
  subjects: ['compound'],
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, ${yesNo(sql`c.enclosure IN ('closed', 'semi-closed')`)}
    FROM ${over.subjects} s JOIN organisations.compound c ON c.place_id = s.place_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'organisations.compound' AS resource, c.place_id AS record_id,
      p.name || CASE c.enclosure WHEN 'closed' THEN '：封闭' WHEN 'semi-closed' THEN '：半封闭' ELSE '：开放' END AS label,
      c.enclosure IN ('closed', 'semi-closed') AS counted
    FROM ${over.subjects} s JOIN organisations.compound c ON c.place_id = s.place_id
    JOIN organisations.place p ON p.id = c.place_id`,
}

/** 1-34's gate: a service contract in force at the period's end (6.5.3). */
export const professionalManagement: FactSource = {
  fact: 'professional-management',
  subjects: ['compound'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, ${yesNo(sql`contract.id IS NOT NULL`)}
    FROM ${over.subjects} s LEFT JOIN LATERAL ${contractInForce('s.place_id', over)} contract ON true`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT s.subject_id, 'organisations.contract' AS resource, contract.id AS record_id,
      b.name || ' · ' || contract.number AS label, true AS counted
    FROM ${over.subjects} s JOIN LATERAL ${contractInForce('s.place_id', over)} contract ON true
    JOIN organisations.body b ON b.id = contract.provider_id`,
}

/** Old compounds renovated by the period's end, with the contract that serves them then. */
const renovated = (over: Over) => sql`${countingCompounds(over)} o
  JOIN organisations.compound c ON c.place_id = o.compound_id AND c.type = 'old' AND c.renovated_on <= ${over.to}::date
  LEFT JOIN LATERAL ${contractInForce('o.compound_id', over)} contract ON true`

/** 4-22: renovated old compounds under a service contract, over all renovated old compounds (6.5.3). */
export const renovatedCompoundsManaged: FactSource = {
  fact: 'renovated-compounds-managed',
  subjects: ['district'],
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, ${ratio(sql`count(n.managed) FILTER (WHERE n.managed)`, sql`count(n.subject_id)`)}
    FROM ${over.subjects} s
    LEFT JOIN (SELECT o.subject_id, contract.id IS NOT NULL AS managed FROM ${renovated(over)}) n ON n.subject_id = s.subject_id
    GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT o.subject_id, 'organisations.compound' AS resource, o.compound_id AS record_id,
      p.name AS label, contract.id IS NOT NULL AS counted
    FROM ${renovated(over)} JOIN organisations.place p ON p.id = o.compound_id
    WHERE o.subject_id IN (SELECT subject_id FROM ${over.subjects} s)`,
}
