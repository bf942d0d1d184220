import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getWorklist } from '../../../../contracts/worklist/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { Todo, TodoSource } from '../../todo-source.ts'

type Worklist = Answer<typeof getWorklist>

/** What runs out first stands first; what has no term comes after, the larger heap before the smaller. */
export const byUrgency = (a: Todo, b: Todo): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') || b.count - a.count || a.id.localeCompare(b.id)

/** Asks each module that the actor's roles concern. */
export async function worklist(ctx: Context, sources: readonly TodoSource[]): Promise<Worklist> {
  const concerned = sources.filter((source) => ctx.policy.mayAnywhere(ctx.actor, source.verb))
  const [todos, figures, happenings] = await Promise.all([
    Promise.all(concerned.map((source) => source.todos?.(ctx) ?? Promise.resolve([]))),
    Promise.all(concerned.map((source) => source.figures?.(ctx) ?? Promise.resolve([]))),
    ownHappenings(ctx),
  ])
  return { todos: todos.flat().sort(byUrgency), figures: figures.flat().slice(0, 3), happenings }
}

/** The actor's own latest steps, as the audit trail keeps them. */
const ownHappenings = (ctx: Context) =>
  rows(
    ctx.db,
    sql<
      Worklist['happenings'][number]
    >`SELECT entry.id, entry.at, ${ctx.actor.displayName} AS who, entry.summary
      FROM platform.audit_entry entry WHERE entry.actor_id = ${ctx.actor.id}::uuid AND entry.verb NOT IN ('accounts.sign-in', 'notices.mark-read')
      ORDER BY entry.id DESC LIMIT 10`,
  )
