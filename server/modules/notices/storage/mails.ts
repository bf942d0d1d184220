import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'

/** New notices also go by mail to whoever has an address. */
export async function queueMails(db: Db, noticeIds: readonly string[], at: string): Promise<void> {
  await sql`INSERT INTO notices.mail (notice_id, state, next_at)
    SELECT n.id, 'waiting', ${at} FROM notices.notice n
    JOIN accounts.published_mail_address m ON m.account_id = n.account_id
    WHERE n.id = ANY(${[...noticeIds]}::uuid[])`.execute(db)
}

export interface ClaimedMail {
  noticeId: string
  /** With this one. */
  tries: number
  text: string
  due: string | null
  /** NULL where the person has no address any more. */
  mailSealed: string | null
  name: string | null
}

/** How long a mail under way is left alone: whoever sends it was killed if it still waits afterwards. */
const leaseMinutes = 5

/** Takes mails whose time has come; other processes get others. */
export const claimMails = (db: Db, now: string, most: number): Promise<ClaimedMail[]> =>
  rows(
    db,
    sql<ClaimedMail>`WITH claimed AS (
      UPDATE notices.mail SET tries = tries + 1, next_at = ${now}::timestamptz + ${sql.lit(leaseMinutes)} * interval '1 minute'
      WHERE notice_id IN (SELECT notice_id FROM notices.mail WHERE state = 'waiting' AND next_at <= ${now}
        ORDER BY next_at LIMIT ${sql.lit(most)} FOR UPDATE SKIP LOCKED)
      RETURNING notice_id, tries)
    SELECT claimed.notice_id AS "noticeId", claimed.tries, n.text, n.due, m.mail_sealed AS "mailSealed", m.display_name AS name
    FROM claimed JOIN notices.notice n ON n.id = claimed.notice_id
    LEFT JOIN accounts.published_mail_address m ON m.account_id = n.account_id`,
  )

export async function endMail(
  db: Db,
  noticeId: string,
  ended: { state: 'sent' | 'given-up'; at: string; fault?: string },
): Promise<void> {
  await sql`UPDATE notices.mail SET state = ${ended.state}, fault = ${ended.fault ?? null},
    sent_at = ${ended.state === 'sent' ? ended.at : null} WHERE notice_id = ${noticeId}`.execute(db)
}

/** @param nextAt ISO instant of the next try */
export async function postponeMail(db: Db, noticeId: string, nextAt: string, fault: string): Promise<void> {
  await sql`UPDATE notices.mail SET next_at = ${nextAt}, fault = ${fault} WHERE notice_id = ${noticeId}`.execute(
    db,
  )
}
