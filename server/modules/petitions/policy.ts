import { sql } from 'kysely'
import { officialRoles as officials, type Role } from '../../../contracts/accounts/words.ts'
import type { ClaimLevel } from '../../../contracts/petitions/words.ts'
import { everywhere, inJurisdiction, ofOwnBody, ofOwnPhone } from '../../access/reach.ts'
import { allow, defineResource, type Rule, type Scope } from '../../access/resource.ts'

/** Where a claim, a call or a finding is about to lie. */
export const place = defineResource({
  name: 'petitions.place',
  table: sql`organisations.published_place`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.id'),
    everywhere,
    'served by own body': (scope) => sql`EXISTS (SELECT FROM organisations.published_service_contract contract
      WHERE contract.compound_id = r.id AND contract.provider_id = ANY(${scope.bodies}::uuid[])
        AND contract.valid_from <= ${scope.today} AND (contract.valid_to IS NULL OR contract.valid_to > ${scope.today}))`,
    'of own committee': (scope) => sql`EXISTS (SELECT FROM organisations.published_committee committee
      WHERE committee.compound_id = r.id AND committee.body_id = ANY(${scope.bodies}::uuid[])
        AND (committee.valid_to IS NULL OR committee.valid_to > ${scope.today}))`,
  },
})

/** The firm is the handler, or is asked besides; what is about it alone it never has in hand. */
const atOwnBody = (scope: Scope) =>
  sql<boolean>`(coalesce(${ofOwnBody('r.handler_body_id')(scope)}, false) OR coalesce(${ofOwnBody('r.co_body_id')(scope)}, false))`

/** A head of project acts for the firm that serves it today, whoever served it when the claim was filed. */
const ofTheFirm = (column: string) => (scope: Scope) =>
  sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND EXISTS (SELECT FROM organisations.published_service_contract contract
    WHERE contract.compound_id = r.place_id AND contract.provider_id = ${sql.ref(column)}
      AND contract.valid_from <= ${scope.today} AND (contract.valid_to IS NULL OR contract.valid_to > ${scope.today})))`

/** The office of a place where the role itself is held, not one above it. */
const atOwnOffice = (scope: Scope) =>
  sql<boolean>`coalesce(r.handler_place_id = ANY(${scope.places}::uuid[]), false)`

/** The office over the claim to which it has climbed. */
const ledByOwnOffice = (scope: Scope) =>
  sql<boolean>`coalesce(r.leader_place_id = ANY(${scope.places}::uuid[]), false)`

/**
 * An office over whoever has the claim, and in it nobody who had a hand in the answer (6.4.2 c): what a firm or body did
 * the community looks at, what the community did the street, and so on; in the city another person.
 */
const overHandler =
  (...levels: ClaimLevel[]) =>
  (scope: Scope) =>
    sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND r.handler_level = ANY(${levels}::text[]) AND NOT EXISTS (
      SELECT FROM petitions.claim_event e WHERE e.claim_id = r.id AND e.by = ${scope.actorId}::uuid
        AND e.kind IN ('signed', 'handling', 'answered', 'taken-over')))`

/** The reporter left a name, has not asked to be kept from handlers, and is still needed. */
const openToOffices = sql<boolean>`(NOT r.identity_sealed AND r.state NOT IN ('declined', 'withdrawn', 'merged', 'struck-off'))`
const openToBodies = sql<boolean>`(NOT r.identity_sealed AND NOT (r.about_firm AND r.handler_body_id IS NOT DISTINCT FROM r.provider_id)
  AND r.state IN ('dispatched', 'signed', 'handling'))`

export const claim = defineResource({
  name: 'petitions.claim',
  table: sql`petitions.claim`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'at own body': atOwnBody,
    'in hand at own body': (scope) => sql<boolean>`coalesce(${ofOwnBody('r.handler_body_id')(scope)}, false)`,
    'at own project': (scope) =>
      sql<boolean>`(${ofTheFirm('r.handler_body_id')(scope)} OR ${ofTheFirm('r.co_body_id')(scope)})`,
    'in hand at own project': ofTheFirm('r.handler_body_id'),
    'in hand at own office': atOwnOffice,
    'led by own office': ledByOwnOffice,
    'over the handler, as community': overHandler('project'),
    'over the handler, as street': overHandler('project', 'community'),
    'over the handler, as district': overHandler('project', 'community', 'street'),
    'over the handler, as city': overHandler('project', 'community', 'street', 'district', 'city'),
    'in jurisdiction, reporter open': (scope) =>
      sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND ${openToOffices})`,
    'in hand at own body, reporter open': (scope) =>
      sql<boolean>`(coalesce(${ofOwnBody('r.handler_body_id')(scope)}, false) AND ${openToBodies})`,
    'in hand at own project, reporter open': (scope) =>
      sql<boolean>`(${ofTheFirm('r.handler_body_id')(scope)} AND ${openToBodies})`,
    'in jurisdiction, reporter sealed': (scope) =>
      sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND r.identity_sealed)`,
    own: ofOwnPhone('r.reporter_phone_mark'),
    followed: (scope) => sql<boolean>`EXISTS (SELECT FROM petitions.follower f
      WHERE f.claim_id = r.id AND f.phone_mark = ${scope.phoneMark ?? null}::text)`,
    everywhere,
  },
})

/** What handlers bring hangs under a name of its own, apart from what came with the claim. */
export const proofResource = 'petitions.proof'

/** Opening who reported: by another person than who asked, of a level above his. */
const settledAbove =
  (...levels: ClaimLevel[]) =>
  (scope: Scope) =>
    sql<boolean>`(r.asked_by <> ${scope.actorId}::uuid AND r.asked_level = ANY(${levels}::text[])
      AND EXISTS (SELECT FROM petitions.claim c JOIN access.place_reach reach ON reach.place_id = c.place_id
        WHERE c.id = r.claim_id AND reach.ancestor_id = ANY(${scope.places}::uuid[])))`

export const opening = defineResource({
  name: 'petitions.opening',
  table: sql`petitions.opening`,
  key: 'id',
  conditions: {
    'asked by oneself': (scope) => sql`r.asked_by = ${scope.actorId}::uuid`,
    'in jurisdiction': (scope) =>
      sql`EXISTS (SELECT FROM petitions.claim c JOIN access.place_reach reach ON reach.place_id = c.place_id
        WHERE c.id = r.claim_id AND reach.ancestor_id = ANY(${scope.places}::uuid[]))`,
    'by another, as street': settledAbove('community'),
    'by another, as district': settledAbove('community', 'street'),
    'by another, as city': settledAbove('community', 'street', 'district', 'city'),
  },
})

const called = (condition: (scope: Scope) => ReturnType<typeof sql<boolean>>) => (scope: Scope) =>
  sql<boolean>`EXISTS (SELECT FROM petitions.whistle_call k WHERE k.whistle_id = r.id AND ${condition(scope)})`

/** 吹哨报到: who called, and who is called. */
export const whistle = defineResource({
  name: 'petitions.whistle',
  table: sql`petitions.whistle`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'called by own office': (scope) =>
      sql<boolean>`coalesce(r.caller_place_id = ANY(${scope.places}::uuid[]), false)`,
    'called by own body': (scope) => sql<boolean>`coalesce(${ofOwnBody('r.caller_body_id')(scope)}, false)`,
    'calls own body': called((scope) => sql<boolean>`k.body_id = ANY(${scope.bodies}::uuid[])`),
    'calls own office': called((scope) => sql<boolean>`k.office_place_id = ANY(${scope.places}::uuid[])`),
    'calls the firm of own project': (scope) =>
      sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND EXISTS (SELECT FROM petitions.whistle_call k
        JOIN organisations.published_service_contract contract ON contract.provider_id = k.body_id AND contract.compound_id = r.place_id
          AND contract.valid_from <= ${scope.today} AND (contract.valid_to IS NULL OR contract.valid_to > ${scope.today})
        WHERE k.whistle_id = r.id))`,
  },
})

export const massIncident = defineResource({
  name: 'petitions.mass-incident',
  table: sql`petitions.mass_incident`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.place_id') },
})

const bureaus: readonly Role[] = ['city-official', 'district-official']
const bodies: readonly Role[] = ['enterprise', 'committee', 'enforcement']
const watching: readonly Role[] = [...officials, 'party-department', 'auditor']

/** Whoever has the claim in hand. */
const byHandlers = (verb: string): Rule[] => [
  allow(verb, claim, bodies, 'in hand at own body'),
  allow(verb, claim, ['project-head'], 'in hand at own project'),
  allow(verb, claim, officials, 'in hand at own office'),
]

/** Whoever stands over who has it. */
const fromAbove = (verb: string): Rule[] => [
  allow(verb, claim, ['community-official'], 'over the handler, as community'),
  allow(verb, claim, ['street-official'], 'over the handler, as street'),
  allow(verb, claim, ['district-official'], 'over the handler, as district'),
  allow(verb, claim, ['city-official'], 'over the handler, as city'),
]

const byOfficials = (...verbs: string[]): Rule[] =>
  verbs.map((verb) => allow(verb, claim, officials, 'in jurisdiction'))

const seeing = (verb: string): Rule[] => [
  allow(verb, claim, bodies, 'at own body'),
  allow(verb, claim, ['project-head'], 'at own project'),
]

/** A line of the duty list, and whoever changes it. */
export const duty = defineResource({
  name: 'petitions.duty',
  table: sql`petitions.duty`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.place_id') },
})

export const category = defineResource({
  name: 'petitions.category',
  table: sql`petitions.category`,
  key: 'code',
  conditions: { everywhere },
})

/** Another system that brings claims. */
export const client = defineResource({
  name: 'petitions.client',
  table: sql`petitions.client`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.place_id'), 'with a key': everywhere },
})

/** Where its claims may lie. */
export const clientPlace = defineResource({
  name: 'petitions.client-place',
  table: sql`organisations.published_place`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.id') },
})

const byResidents = ['rate', 'reopen', 'withdraw', 'urge', 'remark'] as const

export const policy = [
  allow('petitions.file', place, officials, 'in jurisdiction'),
  allow('petitions.file', place, ['project-head'], 'in jurisdiction'),
  allow('petitions.file', place, ['enterprise'], 'served by own body'),
  allow('petitions.file', place, ['committee'], 'of own committee'),
  allow('petitions.file-own', place, 'phone-proved', 'everywhere'),
  allow('petitions.join-own', claim, 'phone-proved', 'everywhere'),
  allow('petitions.see-own', claim, 'phone-proved', 'own'),
  allow('petitions.see-own', claim, 'phone-proved', 'followed'),
  ...byResidents.map((step) => allow(`petitions.${step}-own`, claim, 'phone-proved', 'own')),

  allow(
    'petitions.see-routing',
    category,
    [...officials, 'party-department', 'auditor', 'enterprise', 'project-head', 'committee', 'enforcement'],
    'everywhere',
  ),
  allow('petitions.edit-categories', category, ['city-official'], 'everywhere'),
  allow('petitions.edit-duties', place, ['city-official', 'district-official'], 'in jurisdiction'),
  allow('petitions.end-duties', duty, ['city-official', 'district-official'], 'in jurisdiction'),
  allow('petitions.print-poster', place, officials, 'in jurisdiction'),
  allow('petitions.print-poster', place, ['project-head'], 'in jurisdiction'),
  allow('petitions.print-poster', place, ['enterprise'], 'served by own body'),
  allow('petitions.print-poster', place, ['committee'], 'of own committee'),
  allow('petitions.switch-ladder', place, ['city-official', 'district-official'], 'in jurisdiction'),

  allow('petitions.see', claim, watching, 'in jurisdiction'),
  ...seeing('petitions.see'),
  ...seeing('petitions.work'),
  allow('petitions.work', claim, officials, 'in hand at own office'),

  ...byOfficials('petitions.accept', 'petitions.decline', 'petitions.dispatch', 'petitions.transfer'),
  ...['petitions.return', 'petitions.sign', 'petitions.handle', 'petitions.answer'].flatMap(byHandlers),
  ...byOfficials('petitions.note'),
  ...seeing('petitions.note'),
  ...['petitions.review', 'petitions.send-again', 'petitions.visit', 'petitions.close'].flatMap(fromAbove),
  ...fromAbove('petitions.strike-off'),
  ...byOfficials('petitions.reopen', 'petitions.withdraw'),

  ...['petitions.ask-extension', 'petitions.ask-suspension', 'petitions.resume'].flatMap(byHandlers),
  ...['petitions.settle-extension', 'petitions.settle-suspension', 'petitions.resume'].flatMap(fromAbove),
  ...byOfficials('petitions.urge'),
  ...fromAbove('petitions.supervise'),
  allow('petitions.take-over', claim, officials, 'led by own office'),
  allow('petitions.send-back', claim, officials, 'led by own office'),

  ...byOfficials('petitions.mark-key', 'petitions.merge', 'petitions.clear-text'),
  allow('petitions.import-history', place, bureaus, 'in jurisdiction'),
  // Whose own rates it would better may not leave a claim out of them.
  allow('petitions.exclude', claim, bureaus, 'in jurisdiction'),

  allow('petitions.see-reporter', claim, officials, 'in jurisdiction, reporter open'),
  allow('petitions.see-reporter', claim, bodies, 'in hand at own body, reporter open'),
  allow('petitions.see-reporter', claim, ['project-head'], 'in hand at own project, reporter open'),
  allow('petitions.ask-opening', claim, officials, 'in jurisdiction, reporter sealed'),
  allow('petitions.see-opened', opening, officials, 'asked by oneself'),
  allow('petitions.see-openings', opening, officials, 'in jurisdiction'),
  allow('petitions.see-openings', opening, ['auditor'], 'in jurisdiction'),
  allow('petitions.settle-opening', opening, ['street-official'], 'by another, as street'),
  allow('petitions.settle-opening', opening, ['district-official'], 'by another, as district'),
  allow('petitions.settle-opening', opening, ['city-official'], 'by another, as city'),

  allow('petitions.whistle', place, ['street-official', 'community-official'], 'in jurisdiction'),
  allow('petitions.whistle', place, ['committee'], 'of own committee'),
  allow('petitions.see-whistles', whistle, watching, 'in jurisdiction'),
  allow('petitions.see-whistles', whistle, officials, 'calls own office'),
  allow('petitions.see-whistles', whistle, bodies, 'calls own body'),
  allow('petitions.see-whistles', whistle, ['committee'], 'called by own body'),
  allow('petitions.see-whistles', whistle, ['project-head'], 'calls the firm of own project'),
  allow('petitions.check-in', whistle, officials, 'calls own office'),
  allow('petitions.check-in', whistle, bodies, 'calls own body'),
  allow('petitions.check-in', whistle, ['project-head'], 'calls the firm of own project'),
  allow('petitions.end-whistle', whistle, ['street-official', 'community-official'], 'called by own office'),
  allow('petitions.end-whistle', whistle, ['committee'], 'called by own body'),

  allow('petitions.see-mass-incidents', massIncident, watching, 'in jurisdiction'),
  allow('petitions.record-mass-incident', place, bureaus, 'in jurisdiction'),
  allow('petitions.withdraw-mass-incident', massIncident, bureaus, 'in jurisdiction'),

  allow('petitions.manage-clients', client, ['system-admin'], 'in jurisdiction'),
  allow('petitions.manage-clients', clientPlace, ['system-admin'], 'in jurisdiction'),
  // Key or signature are checked before, and bound the claim to the system's own place.
  allow('petitions.file-by-key', client, 'public', 'with a key'),
]
