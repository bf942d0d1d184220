import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../../../contracts/accounts/words.ts'
import { watchingRoles as watchers } from '../../../contracts/accounts/words.ts'
import type { GraderKind } from '../../../contracts/grading/words.ts'
import { inJurisdiction, ofActor, ofOwnBody } from '../../access/reach.ts'
import type { Actor } from '../../access/actor.ts'
import { allow, type Condition, defineResource, type Scope } from '../../access/resource.ts'
import { roundResource } from '../evaluation/index.ts'

/**
 * 回避 (A.1.4, 6.8.2): the actor is bound neither to the subject that the column names, nor to anything of it, and is not in
 * office at the very street, community or district that is scored: the next level up judges that. For the policies of whoever
 * answers, moderates or decides after the grading.
 */
export const isFreeOf =
  (column: string): Condition =>
  ({ actorId, today }) => {
    const subject = sql.ref(column)
    return sql<boolean>`(${subject} NOT IN (SELECT subject_id FROM grading.published_bars_of(${actorId}::uuid))
      AND NOT ${isOwnOffice(subject, actorId, today)})`
  }

const isOwnOffice = (subject: RawBuilder<unknown>, actorId: string | null, today: string) =>
  sql<boolean>`EXISTS (SELECT FROM evaluation.published_subject own JOIN access.grant_of_role held ON held.place_id = own.place_id
    WHERE own.id = ${subject} AND own.kind IN ('street', 'community', 'district')
      AND held.role IN ('district-official', 'street-official', 'community-official') AND held.actor_id = ${actorId}::uuid
      AND held.valid_from <= ${today}::date AND (held.valid_to IS NULL OR held.valid_to > ${today}::date))`

/** Over `subject_id` of the alias `r`: what `conflictOf` puts into words, for a list of records judged at once. */
export function standingTo({ id, today }: Actor): {
  free: RawBuilder<boolean>
  ownOffice: RawBuilder<boolean>
} {
  const column = 'r.subject_id'
  const scope = { actorId: id, today, places: [], overAllPlaces: false, bodies: [] }
  return { free: isFreeOf(column)(scope), ownOffice: isOwnOffice(sql.ref(column), id, today) }
}

/** 回避: bound to what is graded, or stepped back from it. A committee grades its own firm, so that it is barred by ties to the firm alone. */
const isFree = ({
  actorId,
}: Scope): RawBuilder<boolean> => sql<boolean>`(NOT EXISTS (SELECT FROM grading.published_bars_of(${actorId}::uuid) bar
    WHERE bar.subject_id = r.subject_id
      AND (bar.project_id IS NULL OR bar.project_id = r.project_id) AND (r.grader <> '业委会' OR bar.of_firm))
  AND NOT EXISTS (SELECT FROM grading.recusal recusal WHERE recusal.task_id = r.id AND recusal.account_id = ${actorId}::uuid))`

const isUntaken = ({ actorId }: Scope): RawBuilder<boolean> =>
  sql<boolean>`(r.taken_by IS NULL OR r.taken_by = ${actorId}::uuid)`

const office =
  (graders: readonly GraderKind[], reach: Condition): Condition =>
  (scope) =>
    sql<boolean>`(r.grader = ANY(${[...graders]}::text[]) AND ${reach(scope)} AND ${isFree(scope)})`

const untaken =
  (condition: Condition): Condition =>
  (scope) =>
    sql<boolean>`(${condition(scope)} AND ${isUntaken(scope)})`

const atPlace = inJurisdiction('r.place_id')
const districtBureau = office(['物业主管部门', '区物业主管部门'], atPlace)
const cityBureau = office(['市物业主管部门'], atPlace)
const street = office(['街道社区'], atPlace)
const committee = office(['业委会'], ofOwnBody('r.body_id'))
const ownSeat: Condition = (scope) =>
  sql<boolean>`(EXISTS (SELECT FROM grading.seat seat WHERE seat.id = r.seat_id AND seat.account_id = ${scope.actorId}::uuid)
    AND ${isFree(scope)})`

export const task = defineResource({
  name: 'grading.task',
  table: sql`grading.task`,
  key: 'id',
  conditions: {
    'in jurisdiction': atPlace,
    'own seat': ownSeat,
    'of the district bureau': districtBureau,
    'of the city bureau': cityBureau,
    'of street and community': street,
    'of the committee': committee,
    'of the district bureau, not taken': untaken(districtBureau),
    'of the city bureau, not taken': untaken(cityBureau),
    'of street and community, not taken': untaken(street),
    'of the committee, not taken': untaken(committee),
  },
})

/** A grade in a result that is out, by somebody bound to the subject. */
export const lateConflict = defineResource({
  name: 'grading.late-conflict',
  table: sql`grading.late_conflict`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'in jurisdiction, bound to nothing of it': (scope) =>
      sql`(${inJurisdiction('r.place_id')(scope)} AND ${isFreeOf('r.subject_id')(scope)})`,
  },
})

export const tie = defineResource({
  name: 'grading.tie',
  table: sql`grading.tie`,
  key: 'id',
  conditions: { own: ofActor('r.account_id') },
})

const bureaus: readonly Role[] = ['city-official', 'district-official']
const local: readonly Role[] = ['street-official', 'community-official']
export const graders: readonly Role[] = [...bureaus, ...local, 'evaluator', 'committee']

export const policy = [
  allow('grading.grade', task, ['evaluator'], 'own seat'),
  allow('grading.grade', task, ['district-official'], 'of the district bureau, not taken'),
  allow('grading.grade', task, ['city-official'], 'of the city bureau, not taken'),
  allow('grading.grade', task, local, 'of street and community, not taken'),
  allow('grading.grade', task, ['committee'], 'of the committee, not taken'),
  allow('grading.take-task', task, ['district-official'], 'of the district bureau'),
  allow('grading.take-task', task, ['city-official'], 'of the city bureau'),
  allow('grading.take-task', task, local, 'of street and community'),
  allow('grading.take-task', task, ['committee'], 'of the committee'),
  allow('grading.see-tasks', task, [...bureaus, 'auditor'], 'in jurisdiction'),
  allow('grading.see-tasks', task, ['evaluator'], 'own seat'),
  allow('grading.see-tasks', task, local, 'of street and community'),
  allow('grading.see-tasks', task, ['committee'], 'of the committee'),
  allow('grading.declare-ties', tie, graders, 'own'),
  allow('grading.see-conflicts', lateConflict, [...bureaus, 'auditor'], 'in jurisdiction'),
  allow('grading.settle-conflicts', lateConflict, bureaus, 'in jurisdiction, bound to nothing of it'),
  allow('grading.draw', roundResource, bureaus, 'in jurisdiction'),
  allow('grading.see-draw', roundResource, watchers, 'concerned'),
  allow('grading.see-draw', roundResource, ['enterprise', 'committee'], 'scored in it'),
]
