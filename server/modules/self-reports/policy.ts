import { sql } from 'kysely'
import { officialRoles as officials, type Role } from '../../../contracts/accounts/words.ts'
import { inJurisdiction, ofOwnBody } from '../../access/reach.ts'
import { allow, defineResource, type Scope } from '../../access/resource.ts'
import { isFreeOf } from '../grading/index.ts'

const placed = inJurisdiction('r.place_id')
const placedOf = (kinds: readonly string[]) => (scope: Scope) =>
  sql<boolean>`(r.kind = ANY(${[...kinds]}::text[]) AND ${placed(scope)})`

export const report = defineResource({
  name: 'self-reports.report',
  table: sql`self_reports.report`,
  key: 'id',
  conditions: {
    'in jurisdiction': placed,
    'of own body': ofOwnBody('r.body_id'),
    'own compound': (scope) =>
      sql`EXISTS (SELECT FROM organisations.published_committee committee
        WHERE r.kind = 'compound' AND committee.compound_id = r.place_id AND committee.body_id = ANY(${scope.bodies}::uuid[])
          AND committee.valid_from <= ${scope.today} AND (committee.valid_to IS NULL OR committee.valid_to > ${scope.today}))`,
    'street or community in jurisdiction': placedOf(['street', 'community']),
    'community in jurisdiction': placedOf(['community']),
    'district in jurisdiction': placedOf(['district']),
  },
})

/** 回避 (A.1.4): an answer to a contest sets the value, as a grade does. */
const answeredBy = (answerer: string) => (scope: Scope) =>
  sql<boolean>`(r.answerer = ${answerer} AND ${placed(scope)} AND ${isFreeOf('r.subject_id')(scope)})`

/** A contested row of a submitted report. */
export const contest = defineResource({
  name: 'self-reports.contest',
  table: sql`self_reports.published_contest`,
  key: 'id',
  conditions: {
    'in jurisdiction': placed,
    'of own body': ofOwnBody('r.body_id'),
    'for the evaluation group': answeredBy('evaluator'),
    'for the district bureau': answeredBy('district-official'),
    'for the city bureau': answeredBy('city-official'),
    'for street and community': answeredBy('street-official'),
  },
})

/** Evidence hangs at the row of a report, drafted or submitted. */
export const rowResource = 'self-reports.row'

const watching: readonly Role[] = [...officials, 'evaluator', 'auditor', 'party-department', 'project-head']

export const policy = [
  allow('self-reports.see', report, watching, 'in jurisdiction'),
  allow('self-reports.see', report, ['enterprise'], 'of own body'),
  allow('self-reports.see', report, ['committee'], 'own compound'),
  allow('self-reports.report', report, ['enterprise'], 'of own body'),
  // A head of project holds the role at the compound itself.
  allow('self-reports.report', report, ['project-head'], 'in jurisdiction'),
  allow('self-reports.report', report, ['street-official'], 'street or community in jurisdiction'),
  allow('self-reports.report', report, ['community-official'], 'community in jurisdiction'),
  allow('self-reports.report', report, ['district-official'], 'district in jurisdiction'),
  allow('self-reports.see-contests', contest, watching, 'in jurisdiction'),
  allow('self-reports.see-contests', contest, ['enterprise'], 'of own body'),
  allow('self-reports.answer-contest', contest, ['evaluator'], 'for the evaluation group'),
  allow('self-reports.answer-contest', contest, ['district-official'], 'for the district bureau'),
  allow('self-reports.answer-contest', contest, ['city-official'], 'for the city bureau'),
  allow(
    'self-reports.answer-contest',
    contest,
    ['street-official', 'community-official'],
    'for street and community',
  ),
]
