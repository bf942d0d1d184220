import { type RawBuilder, sql } from 'kysely'
import { officialRoles, type Role } from '../../../contracts/accounts/words.ts'
import { inJurisdiction } from '../../access/reach.ts'
import { allow, defineResource, type Scope } from '../../access/resource.ts'
import { body, compound, place } from '../organisations/index.ts'

/** The body, or the one that serves the compound today, is one of the scope's. */
const ofOwn =
  (bodyColumn: string, compoundColumn: string) =>
  (scope: Scope): RawBuilder<boolean> =>
    // A condition must never be unknown: `can` answers yes or no.
    sql<boolean>`coalesce(${sql.ref(bodyColumn)} = ANY(${scope.bodies}::uuid[])
      OR EXISTS (SELECT 1 FROM organisations.published_service_contract contract
        WHERE contract.compound_id = ${sql.ref(compoundColumn)} AND contract.provider_id = ANY(${scope.bodies}::uuid[])
          AND contract.valid_from <= ${scope.today} AND (contract.valid_to IS NULL OR contract.valid_to > ${scope.today})), false)`

/** In the place's jurisdiction, or of an enterprise that serves a compound there. */
const serving =
  (placeColumn: string, bodyColumn: string) =>
  (scope: Scope): RawBuilder<boolean> =>
    sql<boolean>`(${inJurisdiction(placeColumn)(scope)} OR EXISTS (
      SELECT 1 FROM organisations.published_service_contract contract
      WHERE contract.provider_id = ${sql.ref(bodyColumn)} AND ${inJurisdiction('contract.compound_id')(scope)}))`

export const organisation = defineResource({
  name: 'party-organisations.organisation',
  table: sql`party_organisations.organisation`,
  key: 'id',
  conditions: {
    'in jurisdiction': serving('r.place_id', 'r.host_id'),
    'within its place': inJurisdiction('r.place_id'),
    'of own body': ofOwn('r.host_id', 'r.project_id'),
  },
})

export const coverage = defineResource({
  name: 'party-organisations.coverage',
  table: sql`party_organisations.coverage`,
  key: 'id',
  conditions: {
    'in jurisdiction': serving('r.place_id', 'r.body_id'),
    'within its place': inJurisdiction('r.place_id'),
    'of own body': ofOwn('r.body_id', 'r.compound_id'),
  },
})

const keepers: readonly Role[] = [...officialRoles, 'party-department']
const watchers: readonly Role[] = [...keepers, 'evaluator', 'auditor', 'association']

export const policy = [
  allow('party-organisations.see', organisation, watchers, 'in jurisdiction'),
  allow('party-organisations.see', organisation, ['enterprise', 'committee'], 'of own body'),
  allow('party-organisations.see', coverage, watchers, 'in jurisdiction'),
  allow('party-organisations.see', coverage, ['enterprise', 'committee'], 'of own body'),
  allow('party-organisations.record-organisations', place, keepers, 'in jurisdiction'),
  allow('party-organisations.record-coverage', body, keepers, 'in jurisdiction'),
  allow('party-organisations.record-coverage', compound, keepers, 'in jurisdiction'),
  allow('party-organisations.edit-organisation', organisation, keepers, 'within its place'),
  allow('party-organisations.end-coverage', coverage, keepers, 'within its place'),
]
