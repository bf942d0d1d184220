import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../../platform/database/database.ts'
import type { Clock } from '../../../platform/clock/clock.ts'
import { maskMobile } from '../../../values/phone.ts'
import type { Messenger } from '../messenger.ts'
import type { Texter } from '../texter.ts'

/** Nor do its short messages: a code is read there. */
export const demoTexter = (db: Db, clock: Clock): Texter => ({
  async send({ id, phone, text }) {
    await sql`INSERT INTO notices.demo_inbox (id, at, address, name, subject, text, kind)
      VALUES (${id}, ${clock.now().toISOString()}, ${maskMobile(phone)}, '', ${'短信'}, ${text}, 'text')
      ON CONFLICT DO NOTHING`.execute(db)
  },
})

/** The demonstration's mail goes nowhere: it can be read on the page 演示收件箱. */
export const demoMessenger = (db: Db, clock: Clock): Messenger => ({
  async send({ to, subject, text }) {
    await sql`INSERT INTO notices.demo_inbox (id, at, address, name, subject, text)
      VALUES (${uuid()}, ${clock.now().toISOString()}, ${to.address}, ${to.name}, ${subject}, ${text})`.execute(
      db,
    )
  },
})
