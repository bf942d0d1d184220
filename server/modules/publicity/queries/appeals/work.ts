import { sql } from 'kysely'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'
import type { WorkDone } from '../../../stage-room.ts'
import type { Todo, TodoSource } from '../../../todo-source.ts'
import { appeal, correction } from '../../policy.ts'

/** Appeals of a round answered, by district; a withdrawn one needs no answer. */
export const appealWork = (ctx: Context, roundId: string): Promise<WorkDone[]> =>
  rows(
    ctx.db,
    sql<WorkDone>`SELECT s.district_id AS "districtId", s.district_name AS "districtName", 'district-official' AS role, '申诉答复' AS zh,
        'Appeals answered' AS en, count(*)::integer AS total, count(*) FILTER (WHERE a.state <> 'open')::integer AS done
      FROM publicity.appeal a JOIN evaluation.published_subject s ON s.id = a.subject_id
      WHERE a.round_id = ${roundId} GROUP BY s.district_id, s.district_name ORDER BY s.district_name`,
  )

interface Waiting {
  roundId: string
  name: string
  due: string | null
  count: number
}

/** For whoever has appeals to answer. */
export const appealTodos: TodoSource = {
  verb: 'publicity.decide-appeals',
  async todos(ctx) {
    const waiting = await rows(
      ctx.db,
      sql<Waiting>`SELECT round.id AS "roundId", round.name, CASE WHEN round.state = 'appeals' THEN round.stage_due_on END AS due,
          count(*)::integer AS count
        FROM publicity.appeal r JOIN evaluation.published_round round ON round.id = r.round_id
        WHERE r.state = 'open' AND ${ctx.policy.filter(ctx.actor, 'publicity.decide-appeals', appeal)}
        GROUP BY round.id, round.name, round.state, round.stage_due_on`,
    )
    return waiting.map(({ roundId, name, due, count }) => ({
      id: `appeals-${roundId}`,
      zh: `“${name}”有 ${count} 件申诉由您答复`,
      en: `${count} appeals of ${name} are yours to answer`,
      due,
      count,
      link: `/publicity/appeals?round=${roundId}&state=open&assigned=mine`,
    }))
  },
}

/** For the city: appeals that nobody has, and such as their handler may no longer judge. */
export const unassignedTodos: TodoSource = {
  verb: 'publicity.assign-appeals',
  async todos(ctx) {
    const waiting = await rows(
      ctx.db,
      sql<Waiting>`SELECT round.id AS "roundId", round.name, NULL::text AS due, count(*)::integer AS count
        FROM publicity.appeal r JOIN evaluation.published_round round ON round.id = r.round_id
        WHERE r.state = 'open' AND (r.assignee_id IS NULL OR EXISTS (SELECT FROM publicity.involved i
            WHERE i.appeal_id = r.id AND i.account_id = r.assignee_id)
            OR r.subject_id IN (SELECT subject_id FROM grading.published_bars_of(r.assignee_id)))
          AND ${ctx.policy.filter(ctx.actor, 'publicity.assign-appeals', appeal)} GROUP BY round.id, round.name`,
    )
    return waiting.map(
      ({ roundId, name, due, count }): Todo => ({
        id: `appeals-unassigned-${roundId}`,
        zh: `“${name}”有 ${count} 件申诉待指定处理人`,
        en: `${count} appeals of ${name} need somebody to handle them`,
        due,
        count,
        link: `/publicity/appeals?round=${roundId}&state=open`,
      }),
    )
  },
}

/** For the bureaus: corrections that another has proposed. */
export const correctionTodos: TodoSource = {
  verb: 'publicity.decide-corrections',
  async todos(ctx) {
    const waiting = await rows(
      ctx.db,
      sql<{ count: number }>`SELECT count(*)::integer AS count FROM publicity.correction r
        WHERE r.state = 'proposed' AND r.proposed_by IS DISTINCT FROM ${ctx.actor.id}::uuid
          AND ${ctx.policy.filter(ctx.actor, 'publicity.decide-corrections', correction)} HAVING count(*) > 0`,
    )
    return waiting.map(
      ({ count }): Todo => ({
        id: 'corrections',
        zh: `${count} 件结果更正待您决定`,
        en: `${count} corrections wait for your decision`,
        due: null,
        count,
        link: '/publicity/corrections?state=proposed',
      }),
    )
  },
}
