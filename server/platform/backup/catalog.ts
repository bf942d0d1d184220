import type pg from 'pg'

/** A table whose rows a backup holds. */
export interface TableName {
  schema: string
  name: string
  /** Without generated columns: those compute themselves again. */
  columns: string[]
}

/** What a backup says of a table's contents; equal contents give equal figures in whatever order the rows lie. */
export interface Contents {
  rows: number
  hash: string
}

/** Made by the migrations themselves, or rebuilt by the program (the job queue). */
const leftOut = ['public', 'pgboss']

export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`
export const tableOf = ({ schema, name }: Pick<TableName, 'schema' | 'name'>) =>
  `${identifier(schema)}.${identifier(name)}`
export const columnsOf = ({ columns }: TableName) => columns.map(identifier).join(', ')

/** Values must read the same on both sides, whatever the server's settings. */
export const sameTexts = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1`

/** Every table of ours, by name; a partitioned table once, without its parts. */
export async function tablesOf(client: pg.ClientBase): Promise<TableName[]> {
  const found = await client.query<TableName>(
    `SELECT n.nspname AS schema, c.relname AS name,
        (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
        AND n.nspname !~ '^(pg_|information_schema$)' AND n.nspname <> ALL ($1)
        AND (n.nspname, c.relname) <> ('platform', 'migration')
      ORDER BY 1, 2`,
    [leftOut],
  )
  return found.rows
}

export async function contentsOf(client: pg.ClientBase, table: TableName): Promise<Contents> {
  const found = await client.query<{ rows: string; hash: string }>(
    `SELECT count(*)::text AS rows, coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric), 0)::text AS hash
      FROM ${tableOf(table)} t`,
  )
  const { rows, hash } = found.rows[0] as { rows: string; hash: string }
  return { rows: Number(rows), hash }
}

export interface SequenceState {
  schema: string
  name: string
  /** NULL where no number has been taken yet. */
  last: string | null
}

export async function sequencesOf(client: pg.ClientBase): Promise<SequenceState[]> {
  const found = await client.query<SequenceState>(
    `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences
      WHERE schemaname !~ '^pg_' AND schemaname <> ALL ($1) ORDER BY 1, 2`,
    [leftOut],
  )
  return found.rows
}
