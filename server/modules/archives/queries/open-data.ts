import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'

/** A round as its latest final publication shows it. */
export interface OpenRound {
  publicationId: string
  id: string
  year: number
  name: string
  placeName: string
  edition: string
  from: string
  to: string
  version: number
  kind: 'final' | 'correction'
  publishedAt: string
  results: number
}

const open = (
  where = sql`true`,
) => sql<OpenRound>`SELECT p.id AS "publicationId", round.id, round.year, round.name,
    place.name AS "placeName", round.edition, round.period_from AS "from", round.period_to AS "to", p.version, p.kind,
    p.published_at AS "publishedAt",
    (SELECT count(*) FROM publicity.published_result shown WHERE shown.publication_id = p.id) AS results
  FROM (SELECT DISTINCT ON (round_id) * FROM publicity.published_publication WHERE kind IN ('final', 'correction')
    ORDER BY round_id, version DESC) p
  JOIN evaluation.published_round round ON round.id = p.round_id
  JOIN organisations.published_place place ON place.id = round.place_id
  WHERE ${where} ORDER BY round.year DESC, round.id DESC`

/** Rounds with a published final result, the newest first. */
export const openRounds = (ctx: Context) => rows(ctx.db, open())

/** @throws 404 for what has no published final result */
export async function openRound(ctx: Context, id: string): Promise<OpenRound> {
  const found = await maybe(ctx.db, open(sql`round.id = ${id}`))
  if (!found) throw refuse('not-found')
  return found
}

export interface OpenResult {
  subjectId: string
  table: string
  kind: string
  name: string
  code: string
  district: string
  street: string | null
  variant: string | null
  households: number
  total: string | null
  band: string | null
  rank: number | null
  of: number
  notAssessed: boolean
  missingRows: number
  groups: { name: string; got: string; withheld: boolean }[]
  rows: OpenRow[]
}
export interface OpenRow {
  row: string
  withheld: boolean
  state: string | null
  points: string | null
  max: string | null
}

const pageSize = 100

/** What was published of every subject, in the public's order, drawn page by page. Nothing but the published copy is read. */
export async function* openResults(ctx: Context, publicationId: string): AsyncGenerator<OpenResult> {
  let after = 0
  for (;;) {
    const page: (OpenResult & { position: number })[] = await rows(
      ctx.db,
      sql<
        OpenResult & { position: number }
      >`SELECT r.position, r.subject_id AS "subjectId", r.table_id AS "table", r.kind, r.name,
          r.code, r.district_name AS district, r.street_name AS street, r.variant, r.households, r.total::text, r.band, r.rank,
          r.of_kind AS of, r.not_assessed AS "notAssessed", r.missing_rows AS "missingRows",
          coalesce((SELECT json_agg(json_build_object('name', g.level1, 'got', g.got::text, 'withheld', g.withheld) ORDER BY g.level1)
            FROM publicity.published_result_group g
            WHERE g.publication_id = r.publication_id AND g.subject_id = r.subject_id), '[]') AS groups,
          coalesce((SELECT json_agg(json_build_object('row', row.indicator, 'withheld', row.withheld, 'state', row.state,
              'points', row.points, 'max', row.max_exact) ORDER BY row.indicator) FROM publicity.published_result_row row
            WHERE row.publication_id = r.publication_id AND row.subject_id = r.subject_id), '[]') AS rows
        FROM publicity.published_result r WHERE r.publication_id = ${publicationId} AND r.position > ${after}
        ORDER BY r.position ${limitTo(pageSize)}`,
    )
    for (const { position, ...result } of page) {
      after = position
      yield result
    }
    if (page.length < pageSize) return
  }
}
