import { sql } from 'kysely'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { proposalFile } from '../../../rulebook/schema/proposal.ts'
import type { PublishedDocuments } from '../../../rulebook/editions.ts'

/** The editions that the city published, as documents of the rule-book. */
export const publishedDocuments = (db: Db): PublishedDocuments => ({
  async find(code) {
    const found = await maybe(
      db,
      sql<{
        document: unknown
      }>`SELECT document FROM standards.edition WHERE code = ${code} AND state = 'published'`,
    )
    return found && proposalFile.parse(found.document)
  },
  idsInSql: sql<
    string[]
  >`ARRAY(SELECT code FROM standards.edition WHERE state = 'published' ORDER BY from_year, settled_at, code)`,
  async ids() {
    const found = await rows(
      db,
      sql<{
        code: string
      }>`SELECT code FROM standards.edition WHERE state = 'published' ORDER BY from_year, settled_at, code`,
    )
    return found.map(({ code }) => code)
  },
})
