import { sql } from 'kysely'
import { type Db, maybe, one } from '../../../platform/database/database.ts'
import { codeRules, type SentLately } from '../rules/code-rules.ts'

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()

/** One phone's codes are asked for one after the other: until the transaction ends others wait. */
export async function holdPhone(trx: Db, phoneMark: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`residents ${phoneMark}`}, 0))`.execute(trx)
}

export const sentLately = (db: Db, phoneMark: string, addressMark: string, now: Date): Promise<SentLately> =>
  one(
    db,
    sql<SentLately>`SELECT max(sent_at) AS "lastSentAt",
        count(*) FILTER (WHERE sent_at > ${before(now, 60)})::int AS "hourOfPhone", count(*)::int AS "dayOfPhone",
        (SELECT count(*)::int FROM residents.code WHERE address_mark = ${addressMark} AND sent_at > ${before(now, 60)}) AS "hourOfAddress"
      FROM residents.code WHERE phone_mark = ${phoneMark} AND sent_at > ${before(now, 24 * 60)}`,
  )

export interface SentCode {
  id: string
  phoneMark: string
  addressMark: string
  mac: Buffer
  at: string
}

export async function keepCode(db: Db, { id, phoneMark, addressMark, mac, at }: SentCode): Promise<void> {
  await sql`INSERT INTO residents.code (id, phone_mark, address_mark, code_mac, sent_at)
    VALUES (${id}, ${phoneMark}, ${addressMark}, ${mac}, ${at})`.execute(db)
}

/**
 * Counts one try at the latest code of a phone, before anybody looks whether it is right.
 * @returns its MAC; nothing where there is none that is good, or it was tried too often
 */
export const tryCode = (
  db: Db,
  phoneMark: string,
  now: Date,
): Promise<{ id: string; mac: Buffer } | undefined> =>
  maybe(
    db,
    sql<{ id: string; mac: Buffer }>`UPDATE residents.code SET tries = tries + 1
      WHERE id = (SELECT id FROM residents.code WHERE phone_mark = ${phoneMark} ORDER BY sent_at DESC, id DESC LIMIT 1)
        AND tries < ${codeRules.tries} AND used_at IS NULL AND sent_at > ${before(now, codeRules.minutes)}
      RETURNING id, code_mac AS mac`,
  )

/** @returns false where somebody has used it in the meantime */
export async function useCode(db: Db, id: string, at: string): Promise<boolean> {
  const used = await maybe(
    db,
    sql`UPDATE residents.code SET used_at = ${at} WHERE id = ${id} AND used_at IS NULL RETURNING 1 AS one`,
  )
  return used !== undefined
}

/** Codes bound nothing any more after a day. */
export async function forgetCodes(db: Db, now: Date): Promise<void> {
  await sql`DELETE FROM residents.code WHERE sent_at < ${before(now, 25 * 60)}`.execute(db)
}
