import type { Context } from '../../access/context.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import { whenOutboxFills } from '../../platform/outbox/wake.ts'
import type { ReminderSource } from '../reminder-source.ts'
import { deliver } from './actions/deliver.ts'
import { lastMorning, remind } from './actions/remind.ts'
import { sendMails } from './actions/send-mails.ts'
import type { Messenger } from './messenger.ts'

export interface NoticeWork {
  context: Omit<Context, 'actor'>
  /** Undefined where notices stay in the application. */
  messenger: Messenger | undefined
  reminders: readonly ReminderSource[]
  warn(line: string): void
}

/** Delivery, reminders and mail, each in a loop of its own so that a slow mail server holds up nothing. */
export function startNoticeWork({ context, messenger, reminders, warn }: NoticeWork): {
  stop(): Promise<void>
} {
  const failing = (what: string) => (fault: Error) => warn(`${what}暂未成功，将继续重试：${fault.message}`)
  const mails =
    messenger &&
    startLoop({
      everyMs: 2_000,
      round: (signal) => sendMails(context, messenger, signal),
      warn: failing('发送通知邮件'),
    })
  const delivery = startLoop({
    everyMs: 1_000,
    round: () => deliver(context, { sendsMail: messenger !== undefined, warn }),
    warn: failing('送达站内通知'),
  })
  let asked = ''
  const daily = startLoop({
    everyMs: 30_000,
    async round() {
      const day = lastMorning(context.clock.now())
      if (day === asked) return
      await remind(context, reminders, day)
      asked = day
      delivery.wake()
    },
    warn: failing('每日提醒'),
  })
  const deaf = whenOutboxFills(context.db, () => delivery.wake())
  const loops: Loop[] = [delivery, daily, ...(mails ? [mails] : [])]
  return {
    async stop() {
      deaf()
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
