import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getCertificate } from '../../../../contracts/archives/public.ts'
import { plainCode, printedCode } from '../../../../contracts/archives/words.ts'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'

type Certificate = Answer<typeof getCertificate>

/** What the paper with this code says, for anybody who holds it. @throws 404 for a code that no paper bears */
export async function publicCertificate(ctx: Context, typed: string): Promise<Certificate> {
  const code = plainCode(typed)
  const found = await maybe(
    ctx.db,
    sql<Certificate>`SELECT c.code, c.kind, s.name AS "subjectName", round.year, round.name AS "roundName", c.band,
        c.total::text, c.rank, c.issued_at AS "issuedAt", CASE WHEN c.replaced_at IS NULL THEN 'valid' ELSE 'replaced' END AS state,
        CASE WHEN shown.subject_id IS NOT NULL THEN c.round_id END AS "roundId", shown.subject_id AS "subjectId"
      FROM archives.certificate c JOIN evaluation.published_subject s ON s.id = c.subject_id
      JOIN evaluation.published_round round ON round.id = c.round_id
      LEFT JOIN LATERAL (SELECT result.subject_id FROM publicity.published_publication p
        JOIN publicity.published_result result ON result.publication_id = p.id AND result.subject_id = c.subject_id
        WHERE p.round_id = c.round_id ORDER BY p.version DESC LIMIT 1) shown ON true
      WHERE c.code = ${code}`,
  )
  if (!found) throw refuse('unknown-code', { code: typed })
  return { ...found, code: printedCode(found.code) }
}
