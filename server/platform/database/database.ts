import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type RawBuilder, type Transaction } from 'kysely'
import pg from 'pg'

/** Typed SQL goes through kysely's `sql` template; the schema's types stand beside each query. */
export type Db = Kysely<unknown>
export type Trx = Transaction<unknown>

const types = new pg.TypeOverrides()
// bigint counts fit a double here (< 2^53); days stay text so that no zone can move them.
types.setTypeParser(20, (v) => Number(v))
types.setTypeParser(1082, (v) => v)
types.setTypeParser(1184, (v) => new Date(v).toISOString())

const namesOfStatements = new Map<string, string>()
const mostNames = 2000

/** Every repeated statement is prepared once per connection: PostgreSQL then neither parses nor plans it again. */
function nameOf(text: string): string | undefined {
  const known = namesOfStatements.get(text)
  if (known || namesOfStatements.size >= mostNames) return known
  const name = `g${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`
  namesOfStatements.set(text, name)
  return name
}

function preparing(client: pg.PoolClient) {
  return {
    query(text: string, values: readonly unknown[]) {
      return client.query({ name: nameOf(text), text, values: [...values] }) as never
    },
    release: () => client.release(),
  }
}

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
        connect: async () => preparing(await pool.connect()) as never,
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
