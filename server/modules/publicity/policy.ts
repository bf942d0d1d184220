import { sql } from 'kysely'
import type { Role } from '../../../contracts/accounts/words.ts'
import { everywhere, inJurisdiction, ofActor, ofOwnBody } from '../../access/reach.ts'
import { allow, type Condition, defineResource, type Scope } from '../../access/resource.ts'
import { isFreeOf } from '../grading/index.ts'

/** A round that was published: nobody need sign in to see it. Reached by the round's id. */
export const publishedRound = defineResource({
  name: 'publicity.round',
  table: sql`publicity.publication`,
  key: 'round_id',
  conditions: { everywhere },
})

export const objection = defineResource({
  name: 'publicity.objection',
  table: sql`publicity.objection`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.place_id') },
})

/** An office that is scored itself: a street, a community or a district. */
const ofOwnOffice = (scope: Scope) =>
  sql<boolean>`(r.body_id IS NULL AND r.place_id = ANY(${scope.places}::uuid[]))`

/** A subject of a round, as it is scored. A project is its enterprise's: of whoever served it at the period's end. */
export const scoredSubject = defineResource({
  name: 'publicity.scored-subject',
  table: sql`evaluation.published_subject`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'own enterprise or project': (scope) =>
      sql`(${ofOwnBody('r.body_id')(scope)} OR r.kind = 'compound' AND EXISTS (SELECT FROM evaluation.published_subject firm
        JOIN evaluation.published_subject_compound served ON served.subject_id = firm.id AND served.at_end
        WHERE firm.round_id = r.round_id AND firm.kind = 'enterprise' AND firm.body_id = ANY(${scope.bodies}::uuid[])
          AND served.compound_id = r.place_id))`,
    'own office': (scope) => sql`(r.kind IN ('street', 'community', 'district') AND ${ofOwnOffice(scope)})`,
  },
})

/** 回避 (A.1.4): in office over it, and neither bound to it nor of the office that is scored. */
const freeInJurisdiction: Condition = (scope) =>
  sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND ${isFreeOf('r.subject_id')(scope)})`

/** 申诉: judged by whoever has it, and has had no hand in what it is about. */
export const appeal = defineResource({
  name: 'publicity.appeal',
  table: sql`publicity.appeal`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'in jurisdiction, bound to nothing of it': freeInJurisdiction,
    'of own body': ofOwnBody('r.body_id'),
    'of own office': ofOwnOffice,
    'assigned to the actor, who is not involved': (scope) =>
      sql`(r.assignee_id = ${scope.actorId}::uuid AND ${freeInJurisdiction(scope)} AND NOT EXISTS (
        SELECT FROM publicity.involved i WHERE i.appeal_id = r.id AND i.account_id = ${scope.actorId}::uuid))`,
  },
})

/** 更正: who proposed one does not decide it; the action says so, and a CHECK of the table holds it. */
export const correction = defineResource({
  name: 'publicity.correction',
  table: sql`publicity.correction`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'in jurisdiction, bound to nothing of it, without an own hand in it': (scope) =>
      sql`(${freeInJurisdiction(scope)} AND NOT EXISTS (SELECT FROM publicity.correction_hand hand
        WHERE hand.correction_id = r.id AND hand.account_id = ${scope.actorId}::uuid))`,
    'about own body': ofOwnBody('r.body_id'),
    'about own office': ofOwnOffice,
    'own proposal': ofActor('r.proposed_by'),
  },
})

const bureaus: readonly Role[] = ['city-official', 'district-official']
const local: readonly Role[] = ['street-official', 'community-official']

export const policy = [
  allow('publicity.file-objection', publishedRound, 'public', 'everywhere'),
  allow('publicity.answer-objections', objection, bureaus, 'in jurisdiction'),
  allow('publicity.file-appeal', scoredSubject, ['enterprise'], 'own enterprise or project'),
  allow('publicity.file-appeal', scoredSubject, [...local, 'district-official'], 'own office'),
  allow('publicity.withdraw-appeal', appeal, ['enterprise'], 'of own body'),
  allow('publicity.withdraw-appeal', appeal, [...local, 'district-official'], 'of own office'),
  allow('publicity.see-appeals', appeal, [...bureaus, 'auditor'], 'in jurisdiction'),
  allow('publicity.see-appeals', appeal, ['enterprise'], 'of own body'),
  allow('publicity.see-appeals', appeal, local, 'of own office'),
  allow('publicity.assign-appeals', appeal, ['city-official'], 'in jurisdiction, bound to nothing of it'),
  allow('publicity.decide-appeals', appeal, bureaus, 'assigned to the actor, who is not involved'),
  allow('publicity.propose-corrections', scoredSubject, bureaus, 'in jurisdiction'),
  allow('publicity.withdraw-correction', correction, bureaus, 'own proposal'),
  allow(
    'publicity.decide-corrections',
    correction,
    bureaus,
    'in jurisdiction, bound to nothing of it, without an own hand in it',
  ),
  allow('publicity.see-corrections', correction, [...bureaus, 'auditor'], 'in jurisdiction'),
  allow('publicity.see-corrections', correction, ['enterprise'], 'about own body'),
  allow('publicity.see-corrections', correction, local, 'about own office'),
]
