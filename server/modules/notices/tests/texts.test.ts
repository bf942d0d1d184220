import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { recordOutbox, type Texting } from '../../../access/tell.ts'
import { wakeOutbox } from '../../../platform/outbox/wake.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movedClock } from '../../../platform/testing/moved-clock.ts'

const secret = 'a secret of at least sixteen'
interface Got {
  headers: Record<string, unknown>
  raw: string
  body: { id: string; phone: string; text: string }
}
let got: Got[] = []
/** How many of the next posts are not taken. */
let refuses = 0
const gateway = createServer((request, answer) => {
  let raw = ''
  request.on('data', (part) => (raw += part))
  request.on('end', () => {
    got.push({ headers: request.headers, raw, body: JSON.parse(raw) })
    answer.writeHead(refuses-- > 0 ? 503 : 204).end()
  })
})
const clock = movedClock('2026-11-23T09:00:00+08:00')
let app: TestApp

beforeAll(async () => {
  await new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', ready))
  const { port } = gateway.address() as AddressInfo
  app = await testApp({ clock, settings: { sms: { url: `http://127.0.0.1:${port}/send`, secret } } })
  await app.http.ready()
})
beforeEach(() => {
  got = []
  refuses = 0
})
afterAll(async () => {
  await app.close()
  gateway.close()
})

const { stringify } = JSON
async function send(texts: Omit<Texting, 'phone'>[], commit = true): Promise<void> {
  const { keys } = app.context
  await app.database.db
    .transaction()
    .execute(async (trx) => {
      const sealed = texts.map((text) => ({ ...text, phone: keys.seal('13800138000') }))
      await recordOutbox(trx, keys, clock.now().toISOString(), { texts: sealed })
      if (!commit) throw new Error('taken back')
    })
    .catch(() => undefined)
  wakeOutbox(app.database.db)
}
const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let n = 0; n < 120 && !(await holds()); n++) await new Promise((soon) => setTimeout(soon, 30))
  expect(await holds()).toBe(true)
}
const states = async () =>
  (await app.database.pool.query('SELECT state, tries, payload, fault FROM notices.text_message ORDER BY id'))
    .rows

test('a message goes out once its transaction is committed, signed as docs/operations.md says', async () => {
  await send([{ zh: '一条没有提交的短信' }], false)
  await send([{ zh: '您的诉求已受理😀' }])
  await until(() => got.length === 1)
  const [{ headers, raw, body }] = got as [Got]
  expect(body).toMatchObject({ phone: '13800138000', text: '【共治】您的诉求已受理😀' })
  const signed = `${body.id}.${String(headers['x-gongzhi-timestamp'])}.${raw}`
  expect(headers['x-gongzhi-signature']).toBe(createHmac('sha256', secret).update(signed).digest('hex'))
  await until(async () => (await states()).every(({ state }) => state === 'sent'))
  expect(stringify(await states())).not.toMatch(/13800138000|受理/)
})

test('a gateway that fails is tried again later with the same id; number and words stay sealed meanwhile', async () => {
  refuses = 2
  await send([{ zh: '第二条' }])
  await until(() => got.length === 1)
  await until(async () => (await states()).some(({ fault }) => String(fault).includes('503')))
  expect(stringify(await states())).not.toMatch(/13800138000|第二条/)
  for (const seconds of [6, 21]) {
    clock.moveBy(seconds / 3600)
    const before = got.length
    await until(() => got.length > before)
  }
  await until(async () => (await states()).every(({ state }) => state === 'sent'))
  expect(new Set(got.map(({ body }) => body.id)).size).toBe(1)
})

test('what nobody wants any more is not sent, and the same key only once', async () => {
  const past = new Date(clock.now().getTime() - 1000).toISOString()
  await send([
    { zh: '过期的验证码', until: past },
    { zh: '平常的消息', key: 'once' },
    { zh: '等着用的验证码', urgent: true },
  ])
  await send([{ zh: '平常的消息', key: 'once' }])
  await until(async () => (await states()).filter(({ state }) => state !== 'waiting').length === 5)
  expect(got.map(({ body }) => body.text).sort()).toEqual(['【共治】平常的消息', '【共治】等着用的验证码'])
})
