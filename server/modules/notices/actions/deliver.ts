import type { Context } from '../../../access/context.ts'
import type { Telling } from '../../../access/tell.ts'
import { drainOutbox } from '../../../platform/outbox/drain.ts'
import { whoHears } from '../storage/audience.ts'
import { queueMails } from '../storage/mails.ts'
import { insertNotices } from '../storage/notices.ts'

export interface Post {
  /** Whether notices leave the application at all. */
  sendsMail: boolean
  warn(line: string): void
}

/** Passes on what transactions wanted told. Taking a message out and keeping its notices is one transaction. */
export const deliver = ({ db, keys, clock }: Omit<Context, 'actor'>, { sendsMail, warn }: Post) =>
  drainOutbox({
    db,
    keys,
    kind: 'notice',
    now: clock.now(),
    warn,
    async pass(trx, messages) {
      const tellings = messages.map(({ payload }) => payload as Telling)
      const heard = await whoHears(trx, tellings, clock.today())
      if (heard.length === 0) return
      const fresh = heard.flatMap(({ n, accountId }) => {
        const [telling, message] = [tellings[n], messages[n]]
        return telling && message ? [{ accountId, telling, at: message.at }] : []
      })
      const ids = await insertNotices(trx, keys, fresh)
      if (sendsMail && ids.length > 0) await queueMails(trx, ids, clock.now().toISOString())
    },
  })
