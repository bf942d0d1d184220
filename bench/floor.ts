import type pg from 'pg'

/** The schemas whose records an evaluation reads. */
const sources = ['organisations', 'party_organisations']
/** Persons are read by no fact: sealed names and numbers stay out of the floor as they stay out of a pass. */
const unread = ['organisations.person']

export interface Floor {
  seconds: number
  sourceRows: number
  sourceBytes: number
  resultRows: number
  resultBytes: number
}

interface Column {
  table: string
  column: string
  type: string
}

/**
 * The least that any evaluation must do: one pass over the fact tables that touches every source column, and
 * INSERT … SELECT of as many result rows into tables identical to the real ones, indexes and all, committed.
 */
export async function measureFloor(admin: pg.Client, round: { year: number; run: number }): Promise<Floor> {
  const columns = await sourceColumns(admin)
  const tables = [...Map.groupBy(columns, (c) => c.table)]
  await admin.query(`DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench;
    CREATE TABLE bench.score (LIKE evaluation.score INCLUDING ALL);
    CREATE TABLE bench.score_row (LIKE evaluation.score_row INCLUDING ALL)`)
  const from = performance.now()
  let sourceRows = 0
  for (const [table, list] of tables) {
    const touched = list.map(({ column, type }) => touch(`"${column}"`, type)).join(', ')
    const where = table === 'evaluation.declared_fact' ? `WHERE year = ${round.year}` : ''
    const { rows } = await admin.query(`SELECT count(*)::integer AS rows, ${touched} FROM ${table} ${where}`)
    sourceRows += Number(rows[0].rows)
  }
  await admin.query('BEGIN')
  const scores = await admin.query(
    `INSERT INTO bench.score SELECT * FROM evaluation.score WHERE run_id = ${round.run}`,
  )
  const lines = await admin.query(
    `INSERT INTO bench.score_row SELECT * FROM evaluation.score_row WHERE run_id = ${round.run}`,
  )
  await admin.query('COMMIT')
  const seconds = (performance.now() - from) / 1000
  const bytesOf = async (names: readonly string[]) => {
    const { rows } = await admin.query<{ bytes: string }>(
      'SELECT sum(pg_table_size(t::regclass))::text AS bytes FROM unnest($1::text[]) t',
      [names],
    )
    return Number(rows[0]?.bytes)
  }
  const sourceBytes = await bytesOf(tables.map(([table]) => table))
  const resultBytes = await bytesOf(['bench.score', 'bench.score_row'])
  await admin.query('DROP SCHEMA bench CASCADE')
  return {
    seconds,
    sourceRows,
    sourceBytes,
    resultRows: (scores.rowCount ?? 0) + (lines.rowCount ?? 0),
    resultBytes,
  }
}

async function sourceColumns(admin: pg.Client): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `SELECT c.table_schema || '.' || c.table_name AS table, c.column_name AS column, c.data_type AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND (c.table_schema = ANY($1) OR (c.table_schema, c.table_name) = ('evaluation', 'declared_fact'))
       AND NOT c.table_schema || '.' || c.table_name = ANY($2)
     ORDER BY c.table_schema, c.table_name, c.ordinal_position`,
    [sources, unread],
  )
  return rows
}

/** The cheapest aggregate that reads the value of a column, not only its null bit. */
function touch(column: string, type: string): string {
  if (/integer|smallint|bigint|numeric/.test(type)) return `sum(${column})`
  if (type === 'boolean') return `count(*) FILTER (WHERE ${column})`
  if (/date|timestamp/.test(type)) return `max(${column})`
  return type === 'uuid' ? `count(${column})` : `sum(octet_length(${column}::text))`
}
