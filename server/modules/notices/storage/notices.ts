import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Telling } from '../../../access/tell.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'
import type { Keys } from '../../../platform/keys/keys.ts'

export interface NewNotice {
  accountId: string
  telling: Telling
  /** ISO instant at which the thing happened. */
  at: string
}

/** What a notice says, as it is sealed. */
export interface NoticeText {
  zh: string
  en: string
}

/** Keeps notices, leaving out what the person was told before under the same key. @returns the ids that are new */
export async function insertNotices(db: Db, keys: Keys, fresh: readonly NewNotice[]): Promise<string[]> {
  const sealed = new Map<Telling, string>()
  const seal = (telling: Telling) => {
    const { zh, en } = telling
    const text = sealed.get(telling) ?? keys.seal(JSON.stringify({ zh, en } satisfies NoticeText))
    sealed.set(telling, text)
    return text
  }
  const made = fresh.map(({ accountId, telling, at }) => ({
    id: uuid(),
    accountId,
    text: seal(telling),
    link: telling.link,
    due: telling.due ?? null,
    key: telling.key ?? null,
    at,
  }))
  const kept = await rows(
    db,
    sql<{ id: string }>`INSERT INTO notices.notice (id, account_id, text, link, due, at, key)
      SELECT id, "accountId", text, link, due, at, key
      FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        AS f (id uuid, "accountId" uuid, text text, link text, due date, at timestamptz, key text)
      ON CONFLICT ON CONSTRAINT told_once DO NOTHING RETURNING id`,
  )
  return kept.map(({ id }) => id)
}

export async function markNoticeRead(db: Db, id: string, at: string): Promise<void> {
  await sql`UPDATE notices.notice SET read_at = ${at} WHERE id = ${id} AND read_at IS NULL`.execute(db)
}

/** Everything unread of a person up to and including one notice. @returns how many */
export async function markReadUpTo(db: Db, accountId: string, upTo: string, at: string): Promise<number> {
  const read = await rows(
    db,
    sql`UPDATE notices.notice SET read_at = ${at}
      WHERE account_id = ${accountId} AND read_at IS NULL AND id <= ${upTo} RETURNING 1 AS one`,
  )
  return read.length
}

export async function unreadOf(db: Db, accountId: string | null): Promise<number> {
  const { unread } = await one(
    db,
    sql<{ unread: number }>`SELECT count(*)::integer AS unread FROM notices.notice
      WHERE account_id = ${accountId}::uuid AND (read_at IS NOT NULL) = false`,
  )
  return unread
}
