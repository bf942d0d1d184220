import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { StartFault } from '../start-fault.ts'
import { columnsOf, contentsOf, identifier, sameTexts, tableOf } from './catalog.ts'
import type { Manifest } from './manifest.ts'

/**
 * Fills a freshly migrated schema with a backup's rows and compares every table with the source, in one transaction.
 * @throws StartFault naming the table that came out different; nothing is kept then
 */
export async function loadRows(
  url: string,
  folder: string,
  manifest: Manifest,
  progress: (line: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(sameTexts)
    const foreignKeys = await dropForeignKeys(client, manifest)
    for (const table of manifest.tables) {
      // Triggers guard what is published against change, also against being emptied here.
      await client.query(`ALTER TABLE ${tableOf(table)} DISABLE TRIGGER USER`)
      // Rows that a migration itself put in are in the backup too.
      await client.query(`TRUNCATE ${tableOf(table)}`)
      const rows = client.query(copyFrom(`COPY ${tableOf(table)} (${columnsOf(table)}) FROM STDIN`))
      await pipeline(createReadStream(join(folder, table.file)), createGunzip(), rows)
      await client.query(`ALTER TABLE ${tableOf(table)} ENABLE TRIGGER USER`)
      const found = await contentsOf(client, table)
      if (found.rows !== table.rows || found.hash !== table.hash) throw differs(table.schema, table.name)
      progress(`${table.schema}.${table.name}：${found.rows} 行，与备份一致`)
    }
    for (const text of foreignKeys) await client.query(text)
    await setSequences(client, manifest)
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}

/** Tables then fill in any order; the keys are checked as a whole when they come back. @returns the statements that bring them back */
async function dropForeignKeys(client: pg.Client, manifest: Manifest): Promise<string[]> {
  const schemas = [...new Set(manifest.tables.map((table) => table.schema))]
  const found = await client.query<{ schema: string; table: string; name: string; definition: string }>(
    `SELECT n.nspname AS schema, c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = 'f' AND k.conparentid = 0 AND n.nspname = ANY ($1)`,
    [schemas],
  )
  for (const { schema, table, name } of found.rows)
    await client.query(`ALTER TABLE ${tableOf({ schema, name: table })} DROP CONSTRAINT ${identifier(name)}`)
  return found.rows.map(
    ({ schema, table, name, definition }) =>
      `ALTER TABLE ${tableOf({ schema, name: table })} ADD CONSTRAINT ${identifier(name)} ${definition}`,
  )
}

async function setSequences(client: pg.Client, manifest: Manifest) {
  for (const { last, ...sequence } of manifest.sequences)
    if (last !== null) await client.query('SELECT setval($1::regclass, $2)', [tableOf(sequence), last])
}

const differs = (schema: string, name: string) =>
  new StartFault(
    `恢复后的 ${schema}.${name} 与备份不一致，已全部撤销。请换一份备份，或用生成它的版本恢复。`,
    `${schema}.${name} came out different from the backup; everything was undone.`,
  )
