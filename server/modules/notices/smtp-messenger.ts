import { createTransport } from 'nodemailer'
import type { Messenger } from './messenger.ts'

const patienceMs = 20_000

/**
 * Mail by SMTP.
 * @param url smtp://user:password@host:587 or smtps://…; @param from the sender, `名称 <address>`
 */
export function smtpMessenger(url: string, from: string): Messenger {
  const transport = createTransport(
    { url, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
    { from },
  )
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'gongzhi.invalid'
  return {
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        to,
        subject,
        text,
        textEncoding: 'base64',
        messageId: `<${id}@${domain}>`,
        // Nobody is at the other end: out-of-office answers shall not come back.
        headers: { 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
  }
}
