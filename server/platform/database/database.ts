import { Kysely, PostgresDialect, type RawBuilder, type Transaction } from 'kysely'
import pg from 'pg'
import { letWait, takingTurns } from './turns.ts'

/** Typed SQL goes through kysely's `sql` template; the schema's types stand beside each query. */
export type Db = Kysely<unknown>
export type Trx = Transaction<unknown>

const types = new pg.TypeOverrides()
// bigint counts fit a double here (< 2^53); days stay text so that no zone can move them.
types.setTypeParser(20, (v) => Number(v))
types.setTypeParser(1082, (v) => v)
let latest = { text: '', instant: '' }
// The rows of a page mostly carry one instant, for an import records all its rows at once: it is read once.
types.setTypeParser(1184, (text) => {
  if (text !== latest.text) latest = { text, instant: new Date(text).toISOString() }
  return latest.instant
})

/** A pool of PostgreSQL connections; `pool` for COPY streams, `db` for everything else. */
export interface Database {
  db: Db
  pool: pg.Pool
  close(): Promise<void>
}

/** @param url a PostgreSQL connection string; @param size most connections held at once */
export function openDatabase(url: string, size = 16): Database {
  const pool = new pg.Pool({ connectionString: url, max: size, types })
  // A pool without an error listener takes the whole process down when the server goes away.
  pool.on('error', () => undefined)
  // So does a connection that breaks while somebody works with it: the work then fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => takingTurns(await pool.connect()) as never,
        end: () => pool.end(),
      } as never,
    }),
  })
  return { db, pool, close: () => db.destroy() }
}

/** All rows of a query. */
export async function rows<T>(db: Db, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(db)).rows
}

/** The first row, or undefined. */
export async function maybe<T>(db: Db, query: RawBuilder<T>): Promise<T | undefined> {
  return (await query.execute(db)).rows[0]
}

/** The one row that must be there. @throws when the query answers none */
export async function one<T>(db: Db, query: RawBuilder<T>): Promise<T> {
  const row = (await query.execute(db)).rows[0]
  if (row === undefined) throw new Error('a row that must exist is missing')
  return row
}

/** Writes in a transaction what answers nothing: it goes with the next statement or the commit, whose fault is then its own. */
export async function put(trx: Db, query: RawBuilder<unknown>): Promise<void> {
  await trx.executeQuery(letWait(query.compile(trx)))
}
