import { sql } from 'kysely'
import {
  officialRoles as officials,
  type Role,
  watchingRoles as watchers,
} from '../../../contracts/accounts/words.ts'
import { inJurisdiction, ofOwnBody } from '../../access/reach.ts'
import { allow, defineResource, type Scope } from '../../access/resource.ts'

/** Projects that the scope's bodies serve, or whose committee they are, today. */
const ofOwnProjects = (column: string) => (scope: Scope) =>
  sql<boolean>`(EXISTS (SELECT 1 FROM organisations.published_service_contract contract
      WHERE contract.compound_id = ${sql.ref(column)} AND contract.provider_id = ANY(${scope.bodies}::uuid[])
        AND contract.valid_from <= ${scope.today} AND (contract.valid_to IS NULL OR contract.valid_to > ${scope.today}))
    OR EXISTS (SELECT 1 FROM organisations.published_committee committee
      WHERE committee.compound_id = ${sql.ref(column)} AND committee.body_id = ANY(${scope.bodies}::uuid[])))`

/** A round concerns everybody who lies under, or above, its place. */
export const round = defineResource({
  name: 'evaluation.round',
  table: sql`evaluation.round`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    concerned: (scope) => sql`(${inJurisdiction('r.place_id')(scope)} OR EXISTS (
      SELECT 1 FROM access.place_reach reach WHERE reach.ancestor_id = r.place_id AND reach.place_id = ANY(${scope.places}::uuid[])))`,
    'scored in it': (
      scope,
    ) => sql`EXISTS (SELECT 1 FROM evaluation.subject subject WHERE subject.round_id = r.id
      AND (subject.body_id = ANY(${scope.bodies}::uuid[]) OR ${ofOwnProjects('subject.place_id')(scope)}))`,
  },
})

export const subject = defineResource({
  name: 'evaluation.subject',
  table: sql`evaluation.subject`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'of own body or project': (scope) =>
      sql`(${ofOwnBody('r.body_id')(scope)} OR (r.body_id IS NULL AND ${ofOwnProjects('r.place_id')(scope)}))`,
  },
})

/** A fact given for a project concerns whoever the project lies under, though its place is the enterprise's district. */
export const declaredFact = defineResource({
  name: 'evaluation.declared-fact',
  table: sql`evaluation.declared_fact`,
  key: 'id',
  conditions: {
    'in jurisdiction': (scope) =>
      sql`(${inJurisdiction('r.place_id')(scope)} OR ${inJurisdiction('r.project_id')(scope)})`,
    'of own body or project': (scope) =>
      sql`(${ofOwnBody('r.body_id')(scope)} OR (r.body_id IS NULL AND ${ofOwnProjects('r.place_id')(scope)})
        OR ${ofOwnProjects('r.project_id')(scope)})`,
  },
})

/** The place that a fact is recorded about, or the project for which it is given; the guard of recording. */
export const factPlace = defineResource({
  name: 'evaluation.fact-place',
  table: sql`organisations.published_place`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.id'),
    'own compound': (scope) =>
      sql`EXISTS (SELECT 1 FROM organisations.published_committee committee
        WHERE committee.compound_id = r.id AND committee.body_id = ANY(${scope.bodies}::uuid[])
          AND committee.valid_from <= ${scope.today} AND (committee.valid_to IS NULL OR committee.valid_to > ${scope.today}))`,
  },
})

const bureaus: readonly Role[] = ['city-official', 'district-official']

export const policy = [
  allow('evaluation.see-rounds', round, watchers, 'concerned'),
  allow('evaluation.see-rounds', round, ['enterprise', 'committee'], 'scored in it'),
  allow('evaluation.open-round', factPlace, bureaus, 'in jurisdiction'),
  allow('evaluation.evaluate', round, bureaus, 'in jurisdiction'),
  allow('evaluation.close-round', round, bureaus, 'in jurisdiction'),
  allow('evaluation.advance-round', round, bureaus, 'in jurisdiction'),
  allow('evaluation.publish-round', round, bureaus, 'in jurisdiction'),
  allow('evaluation.finalise-round', round, bureaus, 'in jurisdiction'),
  allow('evaluation.archive-round', round, bureaus, 'in jurisdiction'),
  allow('evaluation.see-scores', subject, watchers, 'in jurisdiction'),
  allow('evaluation.see-scores', subject, ['enterprise', 'committee'], 'of own body or project'),
  allow('evaluation.evaluate-subject', subject, bureaus, 'in jurisdiction'),
  allow('evaluation.see-facts', declaredFact, watchers, 'in jurisdiction'),
  allow('evaluation.see-facts', declaredFact, ['enterprise', 'committee'], 'of own body or project'),
  allow(
    'evaluation.declare-facts',
    factPlace,
    [...officials, 'evaluator', 'survey-agency', 'party-department'],
    'in jurisdiction',
  ),
  allow('evaluation.declare-facts', factPlace, ['committee'], 'own compound'),
]
