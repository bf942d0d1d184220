import type { Context } from '../../../access/context.ts'
import type { Messenger } from '../messenger.ts'
import { type ClaimedMail, claimMails, endMail, postponeMail } from '../storage/mails.ts'
import type { NoticeText } from '../storage/notices.ts'

const atOnce = 10
/** Minutes before each further try; after the last the person still has the notice in the application. */
const pauses = [1, 5, 30, 120, 360, 1440] as const

type Surroundings = Omit<Context, 'actor'>

/** Sends every mail whose time has come. One that was under way in a killed process goes again, with the same id. */
export async function sendMails(
  context: Surroundings,
  messenger: Messenger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const claimed = await claimMails(context.db, context.clock.now().toISOString(), atOnce)
    await Promise.all(claimed.map((mail) => sendOne(context, messenger, mail)))
    if (claimed.length < atOnce) return
  }
}

async function sendOne(
  { db, keys, clock }: Surroundings,
  messenger: Messenger,
  mail: ClaimedMail,
): Promise<void> {
  const { noticeId, tries, text, due, mailSealed, name } = mail
  const now = clock.now()
  if (mailSealed === null)
    return await endMail(db, noticeId, { state: 'given-up', at: now.toISOString(), fault: 'no address' })
  try {
    const { zh, en } = JSON.parse(keys.open(text)) as NoticeText
    await messenger.send({
      id: noticeId,
      to: { address: keys.open(mailSealed), name: name ?? '' },
      subject: `【共治】${subjectOf(zh)}`,
      // No link on purpose: nobody shall learn to sign in from a mail.
      text: [
        zh,
        ...(due ? [`截止日期：${due}`] : []),
        '请登录共治平台，在“通知”中办理。',
        '',
        '—',
        en,
        ...(due ? [`Due: ${due}`] : []),
        'Sign in to Gongzhi and open Notices.',
      ].join('\n'),
    })
    await endMail(db, noticeId, { state: 'sent', at: now.toISOString() })
  } catch (fault) {
    const reason = (fault as Error).message.slice(0, 300)
    const pause = pauses[tries - 1]
    if (pause === undefined)
      return await endMail(db, noticeId, { state: 'given-up', at: now.toISOString(), fault: reason })
    await postponeMail(db, noticeId, new Date(now.getTime() + pause * 60_000).toISOString(), reason)
  }
}

const longestSubject = 60
/** One line; the whole sentence stands in the text. */
const subjectOf = (zh: string) => {
  const line = zh.replace(/\s+/g, ' ')
  return [...line].length > longestSubject ? `${[...line].slice(0, longestSubject - 1).join('')}…` : line
}
