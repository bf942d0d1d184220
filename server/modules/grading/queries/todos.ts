import { sql } from 'kysely'
import { rows } from '../../../platform/database/database.ts'
import type { TodoSource } from '../../todo-source.ts'
import { task } from '../policy.ts'

interface Waiting {
  roundId: string
  name: string
  due: string | null
  count: number
  reopened: number
}

/** For whoever grades: tasks that wait, and those that moderators sent back. */
export const gradingTodos: TodoSource = {
  verb: 'grading.grade',
  async todos(ctx) {
    const waiting = await rows(
      ctx.db,
      sql<Waiting>`SELECT round.id AS "roundId", round.name, round.stage_due_on AS due, count(*)::integer AS count,
          count(*) FILTER (WHERE r.state = 'reopened')::integer AS reopened
        FROM grading.task r JOIN evaluation.published_round round ON round.id = r.round_id
        WHERE (round.state = 'grading' AND r.state <> 'submitted' OR round.state = 'moderation' AND r.state = 'reopened')
          AND ${ctx.policy.filter(ctx.actor, 'grading.grade', task)}
        GROUP BY round.id, round.name, round.stage_due_on, round.year ORDER BY round.year DESC, round.id`,
    )
    return waiting.flatMap(({ roundId, name, due, count, reopened }) => {
      const link = `/grading?round=${roundId}&mine=yes`
      const fresh = count - reopened
      const todos = []
      if (fresh > 0)
        todos.push({
          id: `grading-${roundId}`,
          zh: `“${name}”有 ${fresh} 个项目待考核`,
          en: `${fresh} projects of ${name} wait to be graded`,
          due,
          count: fresh,
          link,
        })
      if (reopened > 0)
        todos.push({
          id: `grading-questions-${roundId}`,
          zh: `“${name}”有 ${reopened} 项考核被复核退回，请答复或改评`,
          en: `${reopened} tasks of ${name} came back with questions`,
          due,
          count: reopened,
          link,
        })
      return todos
    })
  },
}
