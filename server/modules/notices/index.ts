import type { Context } from '../../access/context.ts'
import type { Module } from '../module.ts'
import type { ReminderSource } from '../reminder-source.ts'
import type { Messenger } from './messenger.ts'
import { policy } from './policy.ts'
import { routes } from './routes.ts'
import { smtpMessenger } from './smtp-messenger.ts'
import { demoMessenger, demoTexter } from './storage/demo-inbox.ts'
import type { Texter } from './texter.ts'
import { startNoticeWork } from './workers.ts'

export { httpTexter, type TextGateway } from './http-texter.ts'
export type { Texter, TextMessage } from './texter.ts'

export interface NoticesOptions {
  demo: boolean
  /** A mail server and whom its mails come from; the demonstration sends nothing out whatever stands here. */
  smtp?: { url: string; from: string }
  /** What sends short messages; the demonstration sends nothing out whatever stands here. */
  texter?: Texter
  reminders: readonly ReminderSource[]
}

export interface NoticesModule extends Module {
  start(context: Omit<Context, 'actor'>, warn: (line: string) => void): void
  stop(): Promise<void>
}

/** What persons are told: in the application, and by mail where there is a mail server. */
export function noticesModule({ demo, smtp, texter, reminders }: NoticesOptions): NoticesModule {
  const messengerFor = ({ db, clock }: Omit<Context, 'actor'>): Messenger | undefined =>
    demo ? demoMessenger(db, clock) : smtp && smtpMessenger(smtp.url, smtp.from)
  const texterFor = ({ db, clock }: Omit<Context, 'actor'>): Texter | undefined =>
    demo ? demoTexter(db, clock) : texter
  let work: { stop(): Promise<void> } | undefined
  return {
    name: 'notices',
    uses: ['accounts'],
    policy: policy(demo),
    routes: routes(demo),
    start(context, warn) {
      work = startNoticeWork({
        context,
        reminders,
        warn,
        messenger: messengerFor(context),
        texter: texterFor(context),
      })
    },
    async stop() {
      await work?.stop()
    },
  }
}
