import { type RawBuilder, sql } from 'kysely'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { GradePair, listPairs } from '../../../../contracts/moderation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { edition, type EditionRow, type Editions } from '../../../rulebook/load.ts'
import { personalRows, pointsOfReading, seesPersons } from '../../evaluation/index.ts'
import { paged, within } from '../../organisations/index.ts'
import { rowsOf } from '../examine.ts'
import { review } from '../policy.ts'

type Query = Received<typeof listPairs>['query']
type Stored = Omit<GradePair, 'indicator' | 'indicatorEn' | 'firstPoints' | 'secondPoints' | 'difference'> & {
  tableId: string
  /** Whether the asker may see what touches the subject's persons. */
  sees: boolean
}

const said = (alias: string): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`json_build_object('numerator', trim_scale(${of('numerator')})::text, 'denominator', trim_scale(${of('denominator')})::text,
    'value', trim_scale(${of('value')})::text, 'named', ${of('named')}, 'notApplicable', ${of('not_applicable')})`
}

const differ = sql`(a.numerator, a.denominator, a.value, a.named, a.not_applicable)
  IS DISTINCT FROM (b.numerator, b.denominator, b.value, b.named, b.not_applicable)`

/** Rows that two graded independently, over what the actor may see. */
const source = (
  ctx: Context,
  roundId: string,
) => sql`SELECT a.id, r.id AS "reviewId", s.id AS "subjectId", s.kind, s.name,
    s.district_name AS "districtName", s.table_id AS "tableId", ${seesPersons(ctx)} AS sees, a.indicator AS row, coalesce(ta.seat, a.grader) AS first,
    coalesce(tb.seat, b.grader) AS second, ${said('a')} AS "firstSaid", ${said('b')} AS "secondSaid"
  FROM grading.published_grade a
  JOIN grading.published_grade b ON b.round_id = a.round_id AND b.subject_id = a.subject_id AND b.grader = a.grader
    AND b.project_id IS NOT DISTINCT FROM a.project_id AND b.indicator = a.indicator AND b.second
  JOIN grading.published_task ta ON ta.id = a.task_id JOIN grading.published_task tb ON tb.id = b.task_id
  JOIN evaluation.published_subject s ON s.id = a.subject_id
  JOIN moderation.review r ON r.round_id = a.round_id AND r.subject_id = a.subject_id
  WHERE a.round_id = ${roundId} AND NOT a.second AND ${ctx.policy.filter(ctx.actor, 'moderation.see', review)}`

type RowOf = (pair: Pick<Stored, 'tableId' | 'row' | 'sees'>) => EditionRow | undefined

function withPoints(rowOf: RowOf, stored: Stored): GradePair {
  const { tableId: _, sees: __, ...pair } = stored
  const row = rowOf(stored)
  const first = row ? pointsOfReading(row, pair.firstSaid) : null
  const second = row ? pointsOfReading(row, pair.secondSaid) : null
  return {
    ...pair,
    indicator: row?.indicator ?? '',
    indicatorEn: row?.indicatorEn ?? '',
    firstPoints: first?.toDecimal(4) ?? null,
    secondPoints: second?.toDecimal(4) ?? null,
    difference: first && second ? first.sub(second).toDecimal(4) : null,
  }
}

async function rowsOfRound(ctx: Context, editions: Editions, id: string): Promise<RowOf> {
  const round = await maybe(
    ctx.db,
    sql<{
      edition: string
      to: string
    }>`SELECT edition, period_to AS "to" FROM evaluation.published_round WHERE id = ${id}`,
  )
  if (!round) throw refuse('not-found')
  const rulebook = await editions.rulebookOf(round.edition)
  const rowOf = rowsOf(rulebook, round)
  const { tables } = edition(rulebook, round.edition, round.to)
  const personal = new Map(Object.entries(tables).map(([id, table]) => [id, personalRows(table)]))
  // Rows that touch persons are compared by those alone who may see them.
  return ({ tableId, row, sees }) =>
    !sees && personal.get(tableId)?.has(row) ? undefined : rowOf(tableId, row)
}

/** @throws 404 where there is no such round */
export async function pairs(ctx: Context, editions: Editions, query: Query) {
  const rowOf = await rowsOfRound(ctx, editions, query.round)
  const found = await rows(
    ctx.db,
    sql<Stored>`${source(ctx, query.round)} ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
      ${query.differing ? sql`AND ${differ}` : sql``} ${query.after ? sql`AND a.id::text > ${query.after}` : sql``}
      ORDER BY a.id::text ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.id)
  const seen = page.rows.filter((row) => rowOf(row))
  return { ...page, rows: seen.map((row) => withPoints(rowOf, row)) }
}

/** All pairs of a round with the rows they are of. */
export async function allPairs(ctx: Context, editions: Editions, roundId: string) {
  const rowOf = await rowsOfRound(ctx, editions, roundId)
  const found = await rows(ctx.db, sql<Stored>`${source(ctx, roundId)}`)
  return found.flatMap((pair) => {
    const row = rowOf(pair)
    return row ? [{ pair: withPoints(rowOf, pair), row }] : []
  })
}
