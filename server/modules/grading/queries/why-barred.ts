import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import type { Resource } from '../../../access/resource.ts'
import { maybe } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { standingTo } from '../policy.ts'
import { refuse } from '../problems.ts'

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
