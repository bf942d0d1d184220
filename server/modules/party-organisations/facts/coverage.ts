import { type RawBuilder, sql } from 'kysely'
import type { CoverageWay } from '../../../../contracts/party-organisations/words.ts'
import { inForce } from '../../organisations/index.ts'
import type { Over } from '../../fact-source.ts'

export const anyWay: readonly CoverageWay[] = ['own', 'joint', 'instructor']
/** With a branch of its own or a joint one; a posted instructor covers but founds nothing. */
export const byOrganisation: readonly CoverageWay[] = ['own', 'joint']

/** The coverage of a body or a compound at the period's end, the strongest way first; at most one row. */
export const coverageOf = (
  column: 'body_id' | 'compound_id',
  of: string,
  ways: readonly CoverageWay[],
  over: Over,
): RawBuilder<unknown> => sql`LATERAL (
  SELECT cov.id, cov.how, cov.organisation_id FROM party_organisations.coverage cov
  WHERE ${sql.ref(`cov.${column}`)} = ${sql.ref(of)} AND cov.how = ANY(${[...ways]}::text[]) AND ${inForce('cov', over)}
  ORDER BY array_position(ARRAY['own', 'joint', 'instructor'], cov.how), cov.valid_from, cov.id LIMIT 1) cov`

/** What a person reads of a coverage row. */
export const coverageLabel = sql`(CASE cov.how WHEN 'own' THEN '单独组建' WHEN 'joint' THEN '联合组建' ELSE '派驻党建工作指导员' END
  || coalesce('：' || (SELECT o.name FROM party_organisations.organisation o WHERE o.id = cov.organisation_id), ''))`
