import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Module } from '../../modules/module.ts'
import { coverageMarkdown } from '../../modules/standards/index.ts'
import { loadRulebook } from '../../rulebook/load.ts'
import { eventPaper } from './event-paper.ts'
import { roleMatrix } from './role-matrix.ts'
import { schemaText } from './schema-text.ts'

const docs = fileURLToPath(new URL('../../../docs', import.meta.url))

/** Every generated paper of docs/ with the text that it should have. @param url a migrated database */
export async function generatedDocuments(
  url: string,
  modules: readonly Module[],
): Promise<{ path: string; text: string }[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return [
      { path: join(docs, 'coverage.md'), text: coverageMarkdown(loadRulebook()) },
      { path: join(docs, 'events.md'), text: eventPaper(modules) },
      { path: join(docs, 'roles.md'), text: roleMatrix(modules) },
      { path: join(docs, 'schema.sql'), text: await schemaText(client) },
    ]
  } finally {
    await client.end()
  }
}
