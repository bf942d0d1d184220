import type { Context } from '../../access/context.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import { whenOutboxFills } from '../../platform/outbox/wake.ts'
import type { ReminderSource } from '../reminder-source.ts'
import { deliver } from './actions/deliver.ts'
import { lastMorning, remind } from './actions/remind.ts'
import { sendMails } from './actions/send-mails.ts'
import { forgetOldTexts, sendTexts, takeTexts } from './actions/send-texts.ts'
import type { Messenger } from './messenger.ts'
import type { Texter } from './texter.ts'

export interface NoticeWork {
  context: Omit<Context, 'actor'>
  /** Undefined where notices stay in the application. */
  messenger: Messenger | undefined
  /** Undefined where no short messages are sent. */
  texter: Texter | undefined
  reminders: readonly ReminderSource[]
  warn(line: string): void
}

/** Delivery, reminders, mail and short messages, each in a loop of its own so that a slow server holds up nothing. */
export function startNoticeWork({ context, messenger, texter, reminders, warn }: NoticeWork): {
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
  const texts = startLoop({
    everyMs: 1_000,
    async round(signal) {
      await takeTexts(context, { hasTexter: texter !== undefined, warn })
      if (texter) await sendTexts(context, texter, signal)
    },
    warn: failing('发送短信'),
  })
  const forgetting = startLoop({
    everyMs: 3_600_000,
    round: () => forgetOldTexts(context),
    warn: failing('清理已发短信'),
  })
  const deaf = whenOutboxFills(context.db, () => {
    delivery.wake()
    texts.wake()
  })
  const loops: Loop[] = [delivery, daily, texts, forgetting, ...(mails ? [mails] : [])]
  return {
    async stop() {
      deaf()
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
