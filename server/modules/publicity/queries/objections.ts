import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getObjection, listObjections } from '../../../../contracts/publicity/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { paged } from '../../organisations/index.ts'
import type { TodoSource } from '../../todo-source.ts'
import { objection } from '../policy.ts'

type Row = Answer<typeof getObjection>
const verb = 'publicity.answer-objections'

/** Those that wait first, the oldest of them first: ids are made on the senders' side and say nothing of time. */
const key = sql`concat_ws('_', (r.answered_at IS NOT NULL)::integer,
  to_char(r.filed_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), r.id)`

const source = (
  ctx: Context,
) => sql`SELECT ${key} AS key, r.id, r.receipt, r.round_id AS "roundId", round.name AS "roundName",
    r.subject_id AS "subjectId", shown.name AS "subjectName", r.indicator, place.name AS "districtName", r.text,
    (r.name_sealed IS NOT NULL OR r.phone_sealed IS NOT NULL) AS "hasContact", r.filed_at AS "filedAt", r.outcome, r.answer,
    r.answered_at AS "answeredAt", account.display_name AS "answeredBy", ${ctx.policy.can(ctx.actor, objection, [verb])} AS can
  FROM publicity.objection r JOIN evaluation.published_round round ON round.id = r.round_id
  JOIN organisations.published_place place ON place.id = r.place_id
  LEFT JOIN publicity.result shown ON shown.publication_id = r.publication_id AND shown.subject_id = r.subject_id
  LEFT JOIN accounts.published_account account ON account.id = r.answered_by
  WHERE ${ctx.policy.filter(ctx.actor, verb, objection)}`

/** Objections of the actor's places. */
export async function objections(ctx: Context, query: Received<typeof listObjections>['query']) {
  const found = await rows(
    ctx.db,
    sql<
      Row & { key: string }
    >`SELECT * FROM (${source(ctx)}) shown WHERE true ${query.round ? sql`AND shown."roundId" = ${query.round}` : sql``}
      ${query.state ? sql`AND (shown."answeredAt" IS NULL) = ${query.state === 'open'}` : sql``}
      ${query.after ? sql`AND key > ${query.after}` : sql``} ORDER BY key ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.key)
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) }
}

/** @throws 404 when there is none, or out of reach */
export async function objectionById(ctx: Context, id: string): Promise<Row> {
  const found = await maybe(ctx.db, sql<Row & { key: string }>`${source(ctx)} AND r.id = ${id}`)
  if (!found) throw refuse('not-found')
  const { key: _, ...row } = found
  return row
}

/** For the bureaus: objections that wait for an answer, by what runs out first. */
export const objectionTodos: TodoSource = {
  verb,
  async todos(ctx) {
    const waiting = await rows(
      ctx.db,
      sql<{
        roundId: string
        name: string
        due: string | null
        count: number
      }>`SELECT round.id AS "roundId", round.name,
          round.stage_due_on AS due, count(*)::integer AS count
        FROM publicity.objection r JOIN evaluation.published_round round ON round.id = r.round_id
        WHERE r.answered_at IS NULL AND round.state = 'publicity' AND ${ctx.policy.filter(ctx.actor, verb, objection)}
        GROUP BY round.id, round.name, round.stage_due_on`,
    )
    return waiting.map(({ roundId, name, due, count }) => ({
      id: `objections-${roundId}`,
      zh: `“${name}”公示收到 ${count} 条异议待答复`,
      en: `${count} objections to the publication of ${name} wait for an answer`,
      due,
      count,
      link: `/publicity/objections?round=${roundId}&state=open`,
    }))
  },
}
