import { sql } from 'kysely'
import { officialRoles as officials } from '../../../contracts/accounts/words.ts'
import { inJurisdiction } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

export const survey = defineResource({
  name: 'surveys.survey',
  table: sql`surveys.survey`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.place_id') },
})

export const policy = [
  allow('surveys.see', survey, [...officials, 'survey-agency', 'auditor'], 'in jurisdiction'),
]
