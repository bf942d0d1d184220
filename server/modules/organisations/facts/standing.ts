import { type RawBuilder, sql } from 'kysely'
import type { Over } from '../../fact-source.ts'

/** Whether the row of this alias, valid [valid_from, valid_to), holds on the period's last day. */
export const inForce = (alias: string, over: Pick<Over, 'to'>): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.valid_from`)} <= ${over.to}::date
    AND (${sql.ref(`${alias}.valid_to`)} IS NULL OR ${sql.ref(`${alias}.valid_to`)} > ${over.to}::date))`

/** The kinds of committee that count; C22: a property management committee counts as one where the ruling says so. */
export const committeeKinds = (over: Over): string[] =>
  over.ruling('C22', 'managementCommitteeCounts') === true
    ? ['owners-committee', 'property-management-committee']
    : ['owners-committee']

/** Whether a compound that cannot have a committee yet is left out rather than counted against (C22). */
export const impossibleIsNotApplicable = (over: Over): boolean =>
  over.ruling('C22', 'committeeImpossibleIs') === 'not-applicable'

/** The committee that sits in a compound at the period's end, filed by then (4.4.1), as the lateral alias `sitting`. */
export const sittingCommittee = (compoundColumn: string, over: Over): RawBuilder<unknown> => sql`LATERAL (
  SELECT c.body_id, c.name FROM organisations.published_committee c
  WHERE c.compound_id = ${sql.ref(compoundColumn)} AND c.filed_on <= ${over.to}::date AND ${inForce('c', over)}
    AND c.kind = ANY(${committeeKinds(over)}::text[])
  ORDER BY (c.kind = 'owners-committee') DESC, c.elected_on DESC LIMIT 1) sitting`

/** Relation (subject_id, compound_id) of the compounds that count: those of the built-up area at the period's end (C35). */
export const countingCompounds = (over: Over): RawBuilder<unknown> =>
  over.ruling('C35', 'builtUpAreaOnly') === true
    ? sql`(SELECT o.subject_id, o.compound_id FROM ${over.compounds} o
        JOIN organisations.published_place_version v ON v.place_id = o.compound_id AND ${inForce('v', over)}
        WHERE v.in_built_up_area)`
    : sql`(SELECT o.subject_id, o.compound_id FROM ${over.compounds} o)`

/** The contract, if any, under which a compound is served at the period's end. */
export const contractInForce = (compoundColumn: string, over: Over): RawBuilder<unknown> => sql`(
  SELECT k.id, k.provider_id, k.number FROM organisations.published_service_contract k
  WHERE k.compound_id = ${sql.ref(compoundColumn)} AND ${inForce('k', over)} ORDER BY k.valid_from DESC LIMIT 1)`

/** A yes-no reading's columns over one subject: 1 or 0. */
export const yesNo = (yes: RawBuilder<unknown>) =>
  sql`NULL::integer AS numerator, NULL::integer AS denominator, CASE WHEN ${yes} THEN '1' ELSE '0' END AS value,
    NULL::text AS not_applicable`

/** A ratio's columns. */
export const ratio = (numerator: RawBuilder<unknown>, denominator: RawBuilder<unknown>) =>
  sql`(${numerator})::integer AS numerator, (${denominator})::integer AS denominator, NULL::text AS value,
    NULL::text AS not_applicable`
