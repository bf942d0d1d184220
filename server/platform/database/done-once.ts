import { sql } from 'kysely'
import { type Db, rows } from './database.ts'

/** What was done once under names that begin so, with the ISO instant. */
export async function doneOnce(db: Db, prefix: string): Promise<Map<string, string>> {
  const found = await rows(
    db,
    sql<{
      name: string
      at: string
    }>`SELECT name, at FROM platform.done_once WHERE starts_with(name, ${prefix})`,
  )
  return new Map(found.map(({ name, at }) => [name, at]))
}

/** Notes that something has been done; noting it again changes nothing. */
export async function markDone(db: Db, name: string, at: string): Promise<void> {
  await sql`INSERT INTO platform.done_once (name, at) VALUES (${name}, ${at}) ON CONFLICT DO NOTHING`.execute(
    db,
  )
}
