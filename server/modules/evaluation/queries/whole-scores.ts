import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { papersOf } from '../papers-of-round.ts'
import { subject } from '../policy.ts'
import { type ScoreListRow, roundInSight, subjectColumns, subjectSource } from './scores.ts'
import { type ScoreRowShown, showRow, type StoredRow } from './subject-score.ts'

/** A subject's score whole: what the list shows of it, the exact total and every row. */
export interface WholeScore extends ScoreListRow {
  table: string
  totalExact: string | null
  rows: ScoreRowShown[]
}

export interface Wanted {
  table?: string | undefined
  /** Only subjects in this place or under it. */
  placeId?: string | undefined
  /** Draw no rows: only the totals are wanted. */
  totalsOnly?: boolean
}

const pageSize = 200

interface Key {
  table: string
  kind: string
  code: string
  id: string
}

/** Every subject of a round that the actor may see, table by table, drawn page by page. @throws 404 */
export async function* wholeScores(
  ctx: Context,
  editions: Editions,
  roundId: string,
  wanted: Wanted = {},
): AsyncGenerator<WholeScore> {
  const seen = await roundInSight(ctx, roundId)
  const { rulebook, edition } = await papersOf({ editions }, seen)
  let after: Key | undefined
  do {
    const page: (Omit<WholeScore, 'rows'> & { key: Key })[] = await rows(
      ctx.db,
      sql<
        Omit<WholeScore, 'rows'> & { key: Key }
      >`SELECT ${subjectColumns}, r.table_id AS "table", score.total_exact AS "totalExact",
          json_build_object('table', r.table_id, 'kind', r.kind, 'code', r.code, 'id', r.id) AS key
        FROM ${subjectSource(seen)}
        WHERE r.round_id = ${roundId} AND r.listed AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}
        ${wanted.table ? sql`AND r.table_id = ${wanted.table}` : sql``}
        ${wanted.placeId ? sql`AND r.place_id IN (SELECT place_id FROM access.place_reach WHERE ancestor_id = ${wanted.placeId}::uuid)` : sql``}
        ${after ? sql`AND (r.table_id, r.kind, r.code, r.id) > (${after.table}, ${after.kind}, ${after.code}, ${after.id}::uuid)` : sql``}
        ORDER BY r.table_id, r.kind, r.code, r.id ${limitTo(pageSize)}`,
    )
    const stored = wanted.totalsOnly ? new Map() : await storedRows(ctx, seen.currentRun, page)
    for (const { key: _, ...shown } of page) {
      const own = new Map(stored.get(shown.subjectId)?.map((row: StoredRow) => [row.indicator, row]))
      const shownRows = (edition.tables[shown.table]?.rows ?? []).flatMap((row) => {
        const kept = own.get(row.id) as StoredRow | undefined
        return kept ? [showRow(rulebook, row, kept)] : []
      })
      yield { ...shown, rows: shownRows }
    }
    after = page.length === pageSize ? page.at(-1)?.key : undefined
  } while (after)
}

async function storedRows(ctx: Context, runId: number | null, page: readonly { subjectId: string }[]) {
  const found = await rows(
    ctx.db,
    sql<
      StoredRow & { subjectId: string }
    >`SELECT s.subject_id AS "subjectId", s.indicator, s.state, s.points::text,
        s.points_exact AS "pointsExact", s.max_exact AS "maxExact", s.numerator, s.denominator, s.value, s.provenance,
        s.reason, s.params, NULL AS before
      FROM evaluation.score_row s WHERE s.run_id = ${runId} AND s.subject_id = ANY(${page.map((one) => one.subjectId)}::uuid[])`,
  )
  return Map.groupBy(found, (row) => row.subjectId)
}
