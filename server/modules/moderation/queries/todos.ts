import { sql } from 'kysely'
import { rows } from '../../../platform/database/database.ts'
import type { Todo, TodoSource } from '../../todo-source.ts'
import { review } from '../policy.ts'

interface Waiting {
  roundId: string
  name: string
  due: string | null
  count: number
  answered: number
}

/** For the bureaus: what they may confirm, and answers of graders that came back. */
export const moderationTodos: TodoSource = {
  verb: 'moderation.confirm',
  async todos(ctx) {
    const waiting = await rows(
      ctx.db,
      sql<Waiting>`SELECT round.id AS "roundId", round.name, round.stage_due_on AS due, count(*)::integer AS count,
          count(*) FILTER (WHERE EXISTS (SELECT FROM grading.published_task task JOIN grading.published_question q ON q.task_id = task.id
            WHERE task.round_id = r.round_id AND task.subject_id = r.subject_id AND q.answered_at > coalesce(r.confirmed_at, '-infinity')
              AND q.asked_by = ${ctx.actor.id}::uuid))::integer AS answered
        FROM moderation.review r JOIN evaluation.published_round round ON round.id = r.round_id AND round.state = 'moderation'
        JOIN evaluation.published_subject s ON s.id = r.subject_id AND s.listed
        LEFT JOIN moderation.standing standing ON standing.review_id = r.id AND r.confirmed_hash IS NOT NULL
        WHERE r.confirmed_hash IS DISTINCT FROM standing.hash AND ${ctx.policy.filter(ctx.actor, 'moderation.confirm', review)}
          OR r.confirmed_hash IS NULL AND ${ctx.policy.filter(ctx.actor, 'moderation.confirm', review)}
        GROUP BY round.id, round.name, round.stage_due_on`,
    )
    return waiting.flatMap(({ roundId, name, due, count, answered }): Todo[] => {
      const todos: Todo[] = [
        {
          id: `moderation-${roundId}`,
          zh: `“${name}”有 ${count} 个对象待您复核确认`,
          en: `${count} subjects of ${name} wait for your confirmation`,
          due,
          count,
          link: `/moderation?round=${roundId}&state=open`,
        },
      ]
      if (answered > 0)
        todos.push({
          id: `moderation-answers-${roundId}`,
          zh: `“${name}”有 ${answered} 个对象的评分人已答复您的提问`,
          en: `The graders of ${answered} subjects of ${name} have answered your questions`,
          due,
          count: answered,
          link: `/moderation?round=${roundId}`,
        })
      return todos
    })
  },
}
