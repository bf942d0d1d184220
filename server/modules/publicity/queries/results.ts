import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listResultPlaces, listResults } from '../../../../contracts/publicity/public.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { containing } from '../../organisations/index.ts'
import { latestOf } from './latest.ts'

type Row = Answer<typeof listResults>['rows'][number]

/** What a list shows of a result, over the alias `r` of publicity.result. */
export const listColumns = sql`r.subject_id AS "subjectId", r.kind, r.name, r.code, r.district_name AS "districtName",
  r.street_name AS "streetName", r.total::text AS total, r.band, r.rank, r.of_kind AS of, r.not_assessed AS "notAssessed"`

const holds = (typed: string) => {
  const like = containing(typed)
  return sql`AND (lower(r.name) LIKE ${like} OR lower(r.code) LIKE ${like} OR r.pinyin LIKE ${like} OR r.initials LIKE ${like})`
}

/** Results of a round's latest publication by their place in the public's list, which is also the key of the next page. */
export async function results(ctx: Context, roundId: string, query: Received<typeof listResults>['query']) {
  const publication = await latestOf(ctx, roundId)
  const typed = query.text?.replace(/\s+/g, '').toLowerCase()
  const found = await rows(
    ctx.db,
    sql<Row & { position: number }>`SELECT ${listColumns}, r.position FROM publicity.result r
      WHERE r.publication_id = ${publication} ${query.after ? sql`AND r.position > ${query.after}` : sql``}
      ${query.kind ? sql`AND r.kind = ${query.kind}` : sql``}
      ${query.district ? sql`AND r.district_id = ${query.district}` : sql``}
      ${query.street ? sql`AND r.street_name = ${query.street}` : sql``}
      ${query.band ? sql`AND r.band = ${query.band}` : sql``}
      ${typed ? holds(typed) : sql``}
      ORDER BY r.position ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  const next = found.length > query.limit ? String(page.at(-1)?.position) : null
  return { rows: page.map(({ position: _, ...row }) => row), next }
}

type Places = Answer<typeof listResultPlaces>

/** Districts with their streets, by how much there is to see. */
export async function resultPlaces(ctx: Context, roundId: string): Promise<Places> {
  const publication = await latestOf(ctx, roundId)
  const districts = await rows(
    ctx.db,
    sql<Places['districts'][number]>`SELECT r.district_id AS id, r.district_name AS name,
        count(*) FILTER (WHERE r.kind = 'compound')::integer AS projects,
        coalesce(array_agg(DISTINCT r.street_name) FILTER (WHERE r.street_name IS NOT NULL), '{}') AS streets
      FROM publicity.result r WHERE r.publication_id = ${publication}
      GROUP BY r.district_id, r.district_name ORDER BY projects DESC, r.district_name`,
  )
  return { districts }
}
