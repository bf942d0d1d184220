import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownMail, setOwnMail } from '../../../../contracts/accounts/mail.ts'
import { listDemoInbox } from '../../../../contracts/notices/staff.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movedClock } from '../../../platform/testing/moved-clock.ts'
import { tell } from './told.ts'

interface Received {
  from: string
  to: string[]
  text: string
}

const received: Received[] = []
/** How many of the next mails the server refuses. */
let refuses = 0
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (refuses > 0) {
        refuses--
        return done(Object.assign(new Error('mailbox busy'), { responseCode: 451 }))
      }
      const { mailFrom, rcptTo } = session.envelope
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        text: Buffer.concat(chunks).toString('utf8'),
      })
      done()
    })
  },
})

const clock = movedClock('2026-11-23T09:00:00+08:00')
let app: TestApp

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const smtp = { url: `smtp://127.0.0.1:${port}`, from: '共治 <notice@example.cn>' }
  app = await testApp({ clock, settings: { smtp } })
})
afterAll(async () => {
  await app.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

const decoded = ({ text }: Received) => {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const isBase64 = /content-transfer-encoding: base64/i.test(head)
  const rest = body.join('\r\n\r\n')
  return { head, body: isBase64 ? Buffer.from(rest, 'base64').toString('utf8') : rest }
}

test('whoever gave an address gets the notice by mail too, without a link to sign in by; others in the application alone', async () => {
  const wants = await app.person({ role: 'evaluator', placeId: app.cityId })
  const wantsNot = await app.person({ role: 'evaluator', placeId: app.cityId })
  expect((await wants.call(ownMail)).body).toEqual({ address: null })
  const set = await wants.call(setOwnMail, { body: { address: 'grader@example.cn' } })
  expect([set.status, (await wants.call(ownMail)).body]).toEqual([200, { address: 'grader@example.cn' }])
  const kept = await app.database.pool.query(`SELECT mail_sealed FROM accounts.account WHERE id = $1`, [
    wants.id,
  ])
  expect(kept.rows[0].mail_sealed).not.toContain('grader')
  await tell(app, {
    to: [{ accountId: wants.id }, { accountId: wantsNot.id }],
    zh: '您有 3 个评分任务',
    en: 'You have 3 grading tasks',
    link: '/grading',
    due: '2026-12-04',
  })
  await expect.poll(() => received.length, { timeout: 15_000 }).toBe(1)
  const [mail] = received
  expect([mail?.from, mail?.to]).toEqual(['notice@example.cn', ['grader@example.cn']])
  const { head, body } = decoded(mail as Received)
  expect(head).toMatch(/message-id: <[0-9a-f-]{36}@example\.cn>/i)
  expect(head).toMatch(/auto-submitted: auto-generated/i)
  expect(body).toContain('您有 3 个评分任务')
  expect(body).toContain('截止日期：2026-12-04')
  expect(body).not.toMatch(/https?:/)
})

test('a mail that the server refuses is tried again later with the same id; a wrong address is refused in words', async () => {
  const person = await app.person({ role: 'evaluator', placeId: app.cityId })
  expect((await person.call(setOwnMail, { body: { address: 'no address' } })).status).toBe(400)
  await person.call(setOwnMail, { body: { address: 'later@example.cn' } })
  refuses = 1
  await tell(app, { to: [{ accountId: person.id }], zh: '稍后', en: 'Later', link: '/' })
  const waiting = async () =>
    (await app.database.pool.query(`SELECT tries, fault FROM notices.mail WHERE state = 'waiting'`)).rows
  await expect
    .poll(waiting, { timeout: 15_000 })
    .toEqual([{ tries: 1, fault: expect.stringContaining('mailbox busy') }])
  clock.moveBy(0.05)
  await expect.poll(() => received.at(-1)?.to, { timeout: 15_000 }).toEqual(['later@example.cn'])
})

test('the demonstration’s inbox exists nowhere else: neither its route nor its right', async () => {
  const admin = await app.person({ role: 'system-admin', placeId: app.cityId })
  expect((await admin.call(listDemoInbox)).status).toBe(404)
  expect(app.context.policy.knows(listDemoInbox.verb)).toBe(false)
})

test('in the demonstration no mail leaves: it lies in the inbox that administrators can read', async () => {
  const before = received.length
  const { port } = server.server.address() as AddressInfo
  const smtp = { url: `smtp://127.0.0.1:${port}`, from: 'x@example.cn' }
  const demo = await testApp({ settings: { demo: true, smtp } })
  try {
    const admin = await demo.person({ role: 'system-admin', placeId: demo.cityId })
    await admin.call(setOwnMail, { body: { address: 'demo@example.cn' } })
    await tell(demo, { to: [{ accountId: admin.id }], zh: '演示数据：通知', en: 'Demonstration', link: '/' })
    const inbox = async () => (await admin.call(listDemoInbox)).body.rows
    await expect
      .poll(inbox, { timeout: 15_000 })
      .toMatchObject([{ address: 'demo@example.cn', subject: '【共治】演示数据：通知' }])
    const official = await demo.person({ role: 'city-official', placeId: demo.cityId })
    expect((await official.call(listDemoInbox)).status).toBe(403)
    expect(received.length).toBe(before)
  } finally {
    await demo.close()
  }
})
