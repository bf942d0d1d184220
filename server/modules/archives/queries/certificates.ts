import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getSubjectPapers, listCertificates } from '../../../../contracts/archives/staff.ts'
import { plainCode, printedCode } from '../../../../contracts/archives/words.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { subjectResource } from '../../evaluation/index.ts'

type Query = Received<typeof listCertificates>['query']
type Row = Answer<typeof listCertificates>['rows'][number]

const typed = (text: string) => {
  const like = `%${text.replace(/[%_\\]/g, '\\$&')}%`
  return sql`AND (r.name LIKE ${like} OR r.code LIKE ${like} OR c.code = ${plainCode(text)})`
}
const states = { valid: sql`c.replaced_at IS NULL`, replaced: sql`c.replaced_at IS NOT NULL` }

/** The register of papers that the asker may see, the newest first. */
export async function certificates(ctx: Context, query: Query) {
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT c.id, c.code, c.kind, c.number, c.round_id AS "roundId", round.name AS "roundName", round.year,
        r.id AS "subjectId", r.name AS "subjectName", r.kind AS "subjectKind", r.district_name AS "districtName",
        c.total::text, c.band, c.rank, c.issued_at AS "issuedAt", c.replaced_at AS "replacedAt"
      FROM archives.certificate c JOIN evaluation.published_subject r ON r.id = c.subject_id
      JOIN evaluation.published_round round ON round.id = c.round_id
      WHERE ${ctx.policy.filter(ctx.actor, 'archives.see-papers', subjectResource)}
      ${query.round ? sql`AND c.round_id = ${query.round}` : sql``}
      ${query.kind ? sql`AND c.kind = ${query.kind}` : sql``}
      ${query.state ? sql`AND ${states[query.state]}` : sql``}
      ${query.subjectKind ? sql`AND r.kind = ${query.subjectKind}` : sql``}
      ${query.text ? typed(query.text.trim()) : sql``}
      ${query.after ? sql`AND c.id < ${query.after}::uuid` : sql``}
      ORDER BY c.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return {
    rows: page.map((row) => ({ ...row, code: printedCode(row.code) })),
    next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

type Papers = Answer<typeof getSubjectPapers>

/** Papers of a subject that hold; none before the result is final. @throws 404 out of sight */
export async function subjectPapers(ctx: Context, asked: { id: string; subjectId: string }): Promise<Papers> {
  const seen = await maybe(
    ctx.db,
    sql`SELECT FROM evaluation.published_subject r WHERE r.round_id = ${asked.id} AND r.id = ${asked.subjectId}
      AND ${ctx.policy.filter(ctx.actor, 'archives.see-papers', subjectResource)}`,
  )
  if (!seen) throw refuse('not-found')
  const papers = await rows(
    ctx.db,
    sql<
      Papers['papers'][number]
    >`SELECT c.id, c.kind, c.code, c.issued_at AS "issuedAt" FROM archives.certificate c
      WHERE c.round_id = ${asked.id} AND c.subject_id = ${asked.subjectId} AND c.replaced_at IS NULL ORDER BY c.kind`,
  )
  return { papers: papers.map((paper) => ({ ...paper, code: printedCode(paper.code) })) }
}
