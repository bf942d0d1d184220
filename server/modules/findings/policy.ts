import { sql } from 'kysely'
import { officialRoles as officials, type Role } from '../../../contracts/accounts/words.ts'
import { inJurisdiction, ofOwnBody } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** Where an incident or a decision is about to lie. */
export const place = defineResource({
  name: 'findings.place',
  table: sql`organisations.published_place`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.id') },
})

export const incident = defineResource({
  name: 'findings.incident',
  table: sql`findings.incident`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'of own body': ofOwnBody('r.body_id'),
  },
})

export const decision = defineResource({
  name: 'findings.decision',
  table: sql`findings.decision`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'about own body': (scope) =>
      sql`EXISTS (SELECT FROM findings.decision_subject s WHERE s.decision_id = r.id AND s.body_id = ANY(${scope.bodies}::uuid[]))`,
  },
})

/** Evidence of the enterprise's statement hangs under a name of its own, apart from the finding's. */
export const statementResource = 'findings.incident-statement'

const bureaus: readonly Role[] = ['city-official', 'district-official']
const watching: readonly Role[] = [...officials, 'evaluator', 'auditor', 'party-department']

export const policy = [
  allow('findings.see-incidents', incident, watching, 'in jurisdiction'),
  allow('findings.see-incidents', incident, ['enterprise'], 'of own body'),
  allow('findings.record-incident', place, bureaus, 'in jurisdiction'),
  allow('findings.change-incident', incident, bureaus, 'in jurisdiction'),
  allow('findings.state-on-incident', incident, ['enterprise'], 'of own body'),
  allow('findings.see-decisions', decision, watching, 'in jurisdiction'),
  allow('findings.see-decisions', decision, ['enterprise'], 'about own body'),
  allow('findings.propose-decision', place, bureaus, 'in jurisdiction'),
  allow('findings.settle-decision', decision, bureaus, 'in jurisdiction'),
]
