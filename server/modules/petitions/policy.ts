import { sql } from 'kysely'
import { officialRoles as officials, type Role } from '../../../contracts/accounts/words.ts'
import { inJurisdiction, ofOwnBody, ofOwnPhone } from '../../access/reach.ts'
import { allow, defineResource, type Scope } from '../../access/resource.ts'

/** Where a claim is about to be filed by somebody in office. */
export const place = defineResource({
  name: 'petitions.place',
  table: sql`organisations.published_place`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.id') },
})

/** The firm is the handler, or is asked besides; what is about it alone it never has in hand. */
const atOwnBody = (scope: Scope) =>
  sql<boolean>`(${ofOwnBody('r.handler_body_id')(scope)} OR ${ofOwnBody('r.co_body_id')(scope)})`

const atOwnProject = (scope: Scope) =>
  sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND (r.handler_body_id = r.provider_id OR r.co_body_id = r.provider_id))`

/** The office of a place where the role itself is held, not one above it. */
const atOwnOffice = (scope: Scope) => sql<boolean>`r.handler_place_id = ANY(${scope.places}::uuid[])`

/** The office over the claim to which it has climbed. */
const ledByOwnOffice = (scope: Scope) => sql<boolean>`r.leader_place_id = ANY(${scope.places}::uuid[])`

/** Everybody who has had a hand in this round of handling keeps away from reviewing and visiting it. */
const byAnother = (scope: Scope) => sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND NOT EXISTS (
  SELECT FROM petitions.claim_event e WHERE e.claim_id = r.id AND e.by = ${scope.actorId}::uuid
    AND e.kind IN ('signed', 'handling', 'answered', 'taken-over')))`

export const claim = defineResource({
  name: 'petitions.claim',
  table: sql`petitions.claim`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'at own body': atOwnBody,
    'in hand at own body': ofOwnBody('r.handler_body_id'),
    'at own project': atOwnProject,
    'in hand at own project': (scope) =>
      sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND r.handler_body_id = r.provider_id)`,
    'in hand at own office': atOwnOffice,
    'led by own office': ledByOwnOffice,
    'by another': byAnother,
    own: ofOwnPhone('r.reporter_phone_mark'),
  },
})

const watching: readonly Role[] = [...officials, 'party-department', 'auditor']

export const policy = [
  allow('petitions.see', claim, watching, 'in jurisdiction'),
  allow('petitions.see', claim, ['enterprise', 'committee'], 'at own body'),
  allow('petitions.see', claim, ['project-head'], 'at own project'),
]
