import { type RawBuilder, sql } from 'kysely'
import { Fraction } from '../../../values/fraction.ts'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import {
  committeeKinds,
  committeeMembers,
  countingCompounds,
  ratio,
  sittingCommittee,
} from '../../organisations/index.ts'
import { anyWay, byOrganisation, coverageOf } from './coverage.ts'

/** Relation (subject_id, body_id, name) of the sitting committees of the compounds that count. */
const sitting = (
  over: Over,
) => sql`(SELECT o.subject_id, sitting.body_id, sitting.name FROM ${countingCompounds(over)} o
  JOIN ${sittingCommittee('o.compound_id', over)} ON true)`

/** A ratio over committees: `met` says which count, over the alias k and whatever `joined` brings. */
const overCommittees = (
  fact: string,
  committees: (over: Over) => RawBuilder<unknown>,
  joined: (over: Over) => RawBuilder<unknown>,
  met: (over: Over) => RawBuilder<unknown>,
): FactSource => ({
  fact,
  subjects: ['street', 'community'],
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, ${ratio(sql`count(*) FILTER (WHERE n.met)`, sql`count(n.subject_id)`)}
    FROM ${over.subjects} s
    LEFT JOIN (SELECT k.subject_id, ${met(over)} AS met FROM ${committees(over)} k ${joined(over)}) n ON n.subject_id = s.subject_id
    GROUP BY s.subject_id`,
  records: (
    over,
  ) => sql<RecordBehind>`SELECT k.subject_id, 'organisations.body' AS resource, k.body_id AS record_id,
      k.name AS label, ${met(over)} AS counted
    FROM ${committees(over)} k ${joined(over)} WHERE k.subject_id IN (SELECT subject_id FROM ${over.subjects} s)`,
})

/** 3-10: sitting committees whose share of attested Party members reaches the floor (4.4.3), compared exactly. */
export const committeesWithPartyShare = overCommittees(
  'committees-with-party-share',
  sitting,
  (over) => sql`JOIN LATERAL (SELECT count(*) AS members, count(*) FILTER (WHERE m.in_party) AS in_party
    FROM ${committeeMembers('k.body_id', over)}) share ON true`,
  (over) => {
    const [numerator, denominator = '1'] = Fraction.parse(over.limit('committee-party-share-minimum'))
      .toString()
      .split('/')
    return sql`(share.members > 0 AND share.in_party * ${denominator}::bigint >= share.members * ${numerator}::bigint)`
  },
)

/** 3-11: sitting committees with an organisation, own or joint, or an instructor (4.1.2, 6.1.2). */
export const committeesWithPartyCoverage = overCommittees(
  'committees-with-party-coverage',
  sitting,
  (over) => sql`LEFT JOIN ${coverageOf('body_id', 'k.body_id', anyWay, over)} ON true`,
  () => sql`cov.id IS NOT NULL`,
)

/** Committees new or renewed within the period, whether they still sit or not. */
const elected = (
  over: Over,
) => sql`(SELECT o.subject_id, c.body_id, c.name, c.elected_on FROM ${countingCompounds(over)} o
  JOIN organisations.published_committee c ON c.compound_id = o.compound_id AND c.kind = ANY(${committeeKinds(over)}::text[])
    AND c.elected_on BETWEEN ${over.from}::date AND ${over.to}::date AND c.filed_on <= ${over.to}::date)`

/**
 * 3-12: committees new or renewed in the period that had an organisation, own or joint, within the days that count as
 * the same time (6.1.4). One that was there before the election and went on counts as well.
 */
export const committeesFoundedWithPartyOrganisation = overCommittees(
  'committees-founded-with-party-organisation',
  elected,
  () => sql``,
  (over) => sql`EXISTS (SELECT 1 FROM party_organisations.coverage cov
    WHERE cov.body_id = k.body_id AND cov.how = ANY(${[...byOrganisation]}::text[])
      AND cov.valid_from <= least(k.elected_on + ${over.limit('committee-party-founding-days')}::integer, ${over.to}::date)
      AND (cov.valid_to IS NULL OR cov.valid_to > k.elected_on))`,
)
