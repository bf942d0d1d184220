import { sql } from 'kysely'
import { officialRoles as officials, watchingRoles, type Role } from '../../../contracts/accounts/words.ts'
import { everywhere, inJurisdiction, ofOwnBody } from '../../access/reach.ts'
import { allow, defineResource, type Scope } from '../../access/resource.ts'

/** Compounds that the scope's bodies serve by contract today, or whose committee they are. */
const partyTo = (column: string) => (scope: Scope) =>
  sql<boolean>`(EXISTS (SELECT 1 FROM organisations.service_contract contract WHERE contract.compound_id = ${sql.ref(column)}
      AND contract.provider_id = ANY(${scope.bodies}::uuid[]) AND contract.valid_from <= ${scope.today}
      AND (contract.valid_to IS NULL OR contract.valid_to > ${scope.today}))
    OR EXISTS (SELECT 1 FROM organisations.committee committee WHERE committee.compound_id = ${sql.ref(column)}
      AND committee.body_id = ANY(${scope.bodies}::uuid[])))`

export const place = defineResource({
  name: 'organisations.place',
  table: sql`organisations.place`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.id'), 'party to': partyTo('r.id'), everywhere },
})

export const compound = defineResource({
  name: 'organisations.compound',
  table: sql`organisations.compound`,
  key: 'place_id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'party to': partyTo('r.place_id'),
    everywhere,
  },
})

/** Bodies sit in a place; an enterprise also belongs wherever it serves a compound. */
export const body = defineResource({
  name: 'organisations.body',
  table: sql`organisations.body`,
  key: 'id',
  conditions: {
    'in jurisdiction': (scope) => sql`(${inJurisdiction('r.place_id')(scope)} OR EXISTS (
      SELECT 1 FROM organisations.service_contract contract WHERE contract.provider_id = r.id
        AND ${inJurisdiction('contract.compound_id')(scope)}))`,
    'of own body': ofOwnBody('r.id'),
    everywhere,
  },
})

/** 物业服务合同: it counts where its compound lies, and for its provider. */
export const contract = defineResource({
  name: 'organisations.contract',
  table: sql`organisations.service_contract`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.compound_id'),
    'party to': partyTo('r.compound_id'),
    'of own body': ofOwnBody('r.provider_id'),
  },
})

/** 任职: a post of an enterprise as a whole is seen wherever the enterprise serves. */
export const post = defineResource({
  name: 'organisations.post',
  table: sql`organisations.post`,
  key: 'id',
  conditions: {
    'in jurisdiction': (
      scope,
    ) => sql`(${inJurisdiction('r.place_id')(scope)} OR (r.compound_id IS NULL AND EXISTS (
      SELECT 1 FROM organisations.service_contract contract WHERE contract.provider_id = r.body_id
        AND ${inJurisdiction('contract.compound_id')(scope)})))`,
    'within its place': inJurisdiction('r.place_id'),
    'of own body': ofOwnBody('r.body_id'),
    'party to': (scope) => sql`(r.compound_id IS NOT NULL AND ${partyTo('r.compound_id')(scope)})`,
  },
})

const watchers: readonly Role[] = [...watchingRoles, 'authorisation-admin', 'system-admin']
const upper: readonly Role[] = ['city-official', 'district-official', 'street-official']

export const policy = [
  allow('organisations.see-places', place, watchers, 'in jurisdiction'),
  allow('organisations.see-places', place, ['enterprise', 'committee'], 'party to'),
  allow('organisations.see-compounds', compound, watchers, 'in jurisdiction'),
  allow('organisations.see-compounds', compound, ['enterprise', 'committee'], 'party to'),
  allow('organisations.see-bodies', body, watchers, 'in jurisdiction'),
  allow('organisations.see-bodies', body, ['enterprise', 'committee'], 'of own body'),
  allow('organisations.change-divisions', place, ['city-official', 'system-admin'], 'in jurisdiction'),
  allow('organisations.record-compounds', place, officials, 'in jurisdiction'),
  allow('organisations.edit-compound', compound, officials, 'in jurisdiction'),
  allow('organisations.record-bodies', place, upper, 'in jurisdiction'),
  allow('organisations.edit-body', body, upper, 'in jurisdiction'),
  allow('organisations.record-contracts', compound, upper, 'in jurisdiction'),
  allow('organisations.record-committees', compound, officials, 'in jurisdiction'),
  allow('organisations.record-posts', body, [...officials, 'party-department'], 'in jurisdiction'),
  allow('organisations.record-posts', body, ['enterprise', 'committee'], 'of own body'),
  allow('organisations.record-posts', compound, [...officials, 'party-department'], 'in jurisdiction'),
  allow('organisations.record-posts', compound, ['enterprise', 'committee'], 'party to'),
  allow('organisations.record-staffing', compound, officials, 'in jurisdiction'),
  allow('organisations.record-staffing', compound, ['enterprise'], 'party to'),
  allow('organisations.record-staffing', compound, ['project-head'], 'in jurisdiction'),
  allow('organisations.attest-party-status', body, ['party-department'], 'in jurisdiction'),
  allow('organisations.attest-party-status', post, ['party-department'], 'in jurisdiction'),
  allow('organisations.see-contracts', contract, watchers, 'in jurisdiction'),
  allow('organisations.see-contracts', contract, ['enterprise', 'committee'], 'party to'),
  allow('organisations.see-contracts', contract, ['enterprise'], 'of own body'),
  allow('organisations.end-contract', contract, upper, 'in jurisdiction'),
  allow('organisations.see-posts', post, watchers, 'in jurisdiction'),
  allow('organisations.see-posts', post, ['enterprise', 'committee'], 'party to'),
  allow('organisations.see-posts', post, ['enterprise', 'committee'], 'of own body'),
  allow(
    'organisations.see-party-status',
    post,
    [...officials, 'party-department', 'evaluator', 'auditor'],
    'in jurisdiction',
  ),
  allow('organisations.see-party-status', post, ['enterprise', 'committee'], 'of own body'),
  allow('organisations.end-post', post, [...officials, 'party-department'], 'within its place'),
  allow('organisations.end-post', post, ['enterprise', 'committee'], 'of own body'),
  allow(
    'organisations.reveal-person',
    post,
    ['city-official', 'district-official', 'party-department'],
    'in jurisdiction',
  ),
]
