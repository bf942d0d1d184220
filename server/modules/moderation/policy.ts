import { sql } from 'kysely'
import type { Role } from '../../../contracts/accounts/words.ts'
import { inJurisdiction } from '../../access/reach.ts'
import { allow, type Condition, defineResource } from '../../access/resource.ts'
import { roundResource } from '../evaluation/index.ts'
import { isFreeOf } from '../grading/index.ts'

/** 回避 (A.1.4): in office over it, and neither bound to it nor of the office that is scored. */
const freeInJurisdiction: Condition = (scope) =>
  sql<boolean>`(${inJurisdiction('r.place_id')(scope)} AND ${isFreeOf('r.subject_id')(scope)})`

/** 两人制: what somebody graded, declared, decided or chose between graders, another must confirm. */
export const review = defineResource({
  name: 'moderation.review',
  table: sql`moderation.review`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'in jurisdiction, bound to nothing of it': freeInJurisdiction,
    'in jurisdiction, bound to nothing of it, without an own hand in it': (scope) =>
      sql`(${freeInJurisdiction(scope)} AND NOT EXISTS (SELECT FROM moderation.published_hand hand
        WHERE hand.round_id = r.round_id AND hand.subject_id = r.subject_id AND hand.account_id = ${scope.actorId}::uuid
          AND hand.what <> 'confirmed'))`,
  },
})

const bureaus: readonly Role[] = ['city-official', 'district-official']

export const policy = [
  allow('moderation.see', review, [...bureaus, 'auditor'], 'in jurisdiction'),
  allow(
    'moderation.confirm',
    review,
    bureaus,
    'in jurisdiction, bound to nothing of it, without an own hand in it',
  ),
  allow('moderation.ask', review, bureaus, 'in jurisdiction, bound to nothing of it'),
  allow('moderation.choose', review, bureaus, 'in jurisdiction, bound to nothing of it'),
  allow('moderation.examine', roundResource, bureaus, 'in jurisdiction'),
]
