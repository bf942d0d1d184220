import { type RawBuilder, sql } from 'kysely'
import type { PaperKind } from '../../../../contracts/archives/words.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { subjectResource } from '../../evaluation/index.ts'

/** What a paper is made of; points as decimal text. */
export interface Paper {
  id: string
  kind: PaperKind
  code: string
  number: number
  year: number
  roundName: string
  edition: string
  from: string
  to: string
  placeName: string
  districtName: string
  streetName: string | null
  tableId: string
  subjectKind: string
  name: string
  subjectCode: string
  total: string
  band: string | null
  rank: number | null
  of: number
  missingRows: number
  issuedAt: string
  replacedAt: string | null
  /** Code of the paper that this one came after. */
  replaces: string | null
  /** Level-1 totals, as published. */
  groups: { name: string; got: string }[]
}

const columns = sql`c.id, c.kind, c.code, c.number, round.year, round.name AS "roundName", round.edition,
  round.period_from AS "from", round.period_to AS "to", place.name AS "placeName", r.district_name AS "districtName",
  r.street_name AS "streetName", r.table_id AS "tableId", r.kind AS "subjectKind", r.name, r.code AS "subjectCode",
  c.total::text, c.band, c.rank, c.of_kind AS of, coalesce(shown.missing_rows, 0) AS "missingRows", c.issued_at AS "issuedAt",
  c.replaced_at AS "replacedAt",
  (SELECT before.code FROM archives.certificate before WHERE before.subject_id = c.subject_id AND before.kind = c.kind
    AND before.id < c.id ORDER BY before.id DESC LIMIT 1) AS replaces,
  coalesce((SELECT json_agg(json_build_object('name', g.level1, 'got', g.got::text)) FROM publicity.published_result_group g
    WHERE g.publication_id = shown.publication_id AND g.subject_id = c.subject_id), '[]') AS groups`

/** With what was published at or before the paper was issued: a paper of an older version says what stood then. */
const source = sql`archives.certificate c JOIN evaluation.published_subject r ON r.id = c.subject_id
  JOIN evaluation.published_round round ON round.id = c.round_id
  JOIN organisations.published_place place ON place.id = round.place_id
  LEFT JOIN LATERAL (SELECT result.publication_id, result.missing_rows FROM publicity.published_publication p
    JOIN publicity.published_result result ON result.publication_id = p.id AND result.subject_id = c.subject_id
    WHERE p.round_id = c.round_id AND p.published_at <= c.issued_at ORDER BY p.version DESC LIMIT 1) shown ON true`

const draw = (ctx: Context, where: RawBuilder<unknown>) =>
  sql<Paper>`SELECT ${columns} FROM ${source}
    WHERE ${where} AND ${ctx.policy.filter(ctx.actor, 'archives.see-papers', subjectResource)}`

/** @throws 404 when there is no such paper, or out of sight */
export async function paperById(ctx: Context, id: string): Promise<Paper> {
  const found = await maybe(ctx.db, draw(ctx, sql`c.id = ${id}`))
  if (!found) throw refuse('not-found')
  return found
}

const pageSize = 100

/** Papers of a round that hold, by number, drawn page by page. */
export async function* papersOfRound(ctx: Context, roundId: string, kind: PaperKind): AsyncGenerator<Paper> {
  let after = 0
  for (;;) {
    const where = sql`c.round_id = ${roundId} AND c.kind = ${kind} AND c.replaced_at IS NULL AND c.number > ${after}`
    const page = await rows(
      ctx.db,
      sql<Paper>`${draw(ctx, where)} ORDER BY c.number LIMIT ${sql.lit(pageSize)}`,
    )
    yield* page
    const last = page.at(-1)
    if (page.length < pageSize || !last) return
    after = last.number
  }
}

/** How many papers of a round the asker would get. */
export async function countPapers(ctx: Context, roundId: string, kind: PaperKind): Promise<number> {
  const found = await maybe(
    ctx.db,
    sql<{
      n: number
    }>`SELECT count(*) AS n FROM archives.certificate c JOIN evaluation.published_subject r ON r.id = c.subject_id
      WHERE c.round_id = ${roundId} AND c.kind = ${kind} AND c.replaced_at IS NULL
        AND ${ctx.policy.filter(ctx.actor, 'archives.see-papers', subjectResource)}`,
  )
  return found?.n ?? 0
}

/** Subjects of a round with a score, by table and rank: whom a batch of score tables is made of. */
export const scoredSubjects = (ctx: Context, roundId: string) =>
  rows(
    ctx.db,
    sql<{
      id: string
      name: string
      tableId: string
      code: string
      districtName: string
    }>`SELECT r.id, r.name,
        r.table_id AS "tableId", r.code, r.district_name AS "districtName"
      FROM evaluation.published_subject r JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_total score ON score.run_id = round.current_run AND score.subject_id = r.id
      WHERE r.round_id = ${roundId} AND r.listed
        AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subjectResource)}
      ORDER BY r.table_id, r.kind DESC, score.rank, r.code, r.id`,
  )
