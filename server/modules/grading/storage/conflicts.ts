import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../access/actor.ts'
import type { Context } from '../../../access/context.ts'
import type { Condition, Resource } from '../../../access/resource.ts'
import { maybe } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { refuse } from '../problems.ts'

/**
 * 回避 (A.1.4, 6.8.2): the actor is bound neither to the subject that the column names, nor to anything of it, and is not in
 * office at the very street, community or district that is scored: the next level up judges that. For the policies of whoever
 * answers, moderates or decides after the grading.
 */
export const isFreeOf =
  (column: string): Condition =>
  ({ actorId, today }) => {
    const subject = sql.ref(column)
    return sql<boolean>`(NOT EXISTS (SELECT FROM grading.published_bar bar
        WHERE bar.account_id = ${actorId}::uuid AND bar.subject_id = ${subject}) AND NOT ${isOwnOffice(subject, actorId, today)})`
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

interface Shut {
  name: string
  free: boolean
  ownOffice: boolean
}

/**
 * Why a record that the actor sees is not his to judge: for the guard, which would else say that it is not there.
 * @param seen the verb by which he sees it; its rows bear `subject_id`
 */
export const whyBarred =
  (resource: Resource, seen: string, id: string) =>
  async (ctx: Context): Promise<Refusal | undefined> => {
    const { actor, policy } = ctx
    const { free, ownOffice } = standingTo(actor)
    const found = await maybe(
      ctx.db,
      sql<Shut>`SELECT s.name, ${free} AS free, ${ownOffice} AS "ownOffice"
        FROM ${resource.table} r JOIN evaluation.published_subject s ON s.id = r.subject_id
        WHERE ${sql.ref(`r.${resource.key}`)} = ${id}::uuid AND ${policy.filter(actor, seen, resource)}`,
    )
    return found && !found.free ? conflictOf(found) : undefined
  }

/** The refusal in words; it tells the actor alone what he knows of himself. */
export const conflictOf = ({ name, ownOffice }: Pick<Shut, 'name' | 'ownOffice'>): Refusal =>
  refuse(ownOffice ? 'own-office' : 'conflict', { name }, { clause: ownOffice ? '6.8.2' : 'A.1.4' })
