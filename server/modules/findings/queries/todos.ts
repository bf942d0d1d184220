import { sql } from 'kysely'
import { one } from '../../../platform/database/database.ts'
import type { TodoSource } from '../../todo-source.ts'
import { decision } from '../policy.ts'

/** For the bureaus: decisions that somebody else proposed and that wait for a second person. */
export const decisionTodos: TodoSource = {
  verb: 'findings.settle-decision',
  async todos(ctx) {
    const { count } = await one(
      ctx.db,
      sql<{
        count: number
      }>`SELECT count(*)::integer AS count FROM findings.decision r WHERE r.state = 'proposed'
        AND r.proposed_by <> ${ctx.actor.id}::uuid AND ${ctx.policy.filter(ctx.actor, 'findings.settle-decision', decision)}`,
    )
    if (count === 0) return []
    return [
      {
        id: 'decisions-proposed',
        zh: `${count} 项不适用决定待您批准或不批准`,
        en: `${count} decisions that a row does not apply wait for you`,
        due: null,
        count,
        link: '/findings/decisions?state=proposed',
      },
    ]
  },
}
