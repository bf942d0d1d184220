import { sql } from 'kysely'
import type { LateConflict } from '../../../../contracts/grading/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { TodoSource } from '../../todo-source.ts'
import { lateConflict } from '../policy.ts'

/** Grades in results that are out, by somebody bound to the subject; at most 200, the newest round first. */
export async function conflicts(ctx: Context): Promise<{ conflicts: LateConflict[] }> {
  const found = await rows(
    ctx.db,
    sql<LateConflict>`SELECT r.id, r.round_id AS "roundId", round.name AS "roundName", r.subject_id AS "subjectId",
        s.name AS "subjectName", project.name AS "projectName", coalesce(seat.label, task.grader) AS grader, task.rows,
        ${ctx.policy.can(ctx.actor, lateConflict, ['grading.settle-conflicts'])} AS can
      FROM grading.late_conflict r JOIN grading.task task ON task.id = r.id
      JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_subject s ON s.id = r.subject_id
      LEFT JOIN grading.seat seat ON seat.id = task.seat_id
      LEFT JOIN organisations.published_place project ON project.id = task.project_id
      WHERE ${ctx.policy.filter(ctx.actor, 'grading.see-conflicts', lateConflict)}
      ORDER BY round.year DESC, s.district_name, s.name, r.id LIMIT 200`,
  )
  return { conflicts: found }
}

/** For the bureaus: such grades that nobody has looked at. */
export const conflictTodos: TodoSource = {
  verb: 'grading.settle-conflicts',
  async todos(ctx) {
    const waiting = await rows(
      ctx.db,
      sql<{
        roundId: string
        name: string
        count: number
      }>`SELECT round.id AS "roundId", round.name, count(*)::integer AS count
        FROM grading.late_conflict r JOIN evaluation.published_round round ON round.id = r.round_id
        WHERE ${ctx.policy.filter(ctx.actor, 'grading.settle-conflicts', lateConflict)} GROUP BY round.id, round.name`,
    )
    return waiting.map(({ roundId, name, count }) => ({
      id: `grading-conflicts-${roundId}`,
      zh: `“${name}”公示后发现 ${count} 项评分的评分人须回避，请核查处理`,
      en: `${count} grades of ${name} were given by somebody bound to the subject; look into them`,
      due: null,
      count,
      link: '/grading/conflicts',
    }))
  },
}
