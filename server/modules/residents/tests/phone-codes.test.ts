import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  endResidentSession,
  provePhone,
  sendCode,
  whoIsHere,
} from '../../../../contracts/residents/public.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movedClock } from '../../../platform/testing/moved-clock.ts'
import type { TextMessage } from '../../notices/index.ts'
import { maySend } from '../rules/code-rules.ts'
import { browserOf } from '../testing/resident.ts'

const sent: TextMessage[] = []
const clock = movedClock('2026-11-23T09:00:00+08:00')
let app: TestApp
const nobody = () => browserOf(app, '', '')

const settled = async (count: number) => {
  for (let n = 0; n < 100 && sent.length < count; n++) await new Promise((soon) => setTimeout(soon, 30))
  expect(sent.length).toBe(count)
  return sent.at(-1) as TextMessage
}
const codeIn = ({ text }: TextMessage) => /验证码 (\d{6})/.exec(text)?.[1] ?? ''
const forward = (minutes: number) => clock.moveBy(minutes / 60)

/** Asks for a code as if from a quiet address. @returns the code */
async function ask(phone: string): Promise<string> {
  const before = sent.length
  expect((await nobody().call(sendCode, { body: { phone } })).status).toBe(200)
  return codeIn(await settled(before + 1))
}

const enter = async (phone: string, code: string) => {
  const answer = await app.http.inject({
    method: 'POST',
    url: provePhone.path,
    headers: { 'x-gongzhi': '1', 'x-forwarded-for': `10.8.0.${Math.ceil(Math.random() * 250)}` },
    payload: { phone, code },
  })
  return { status: answer.statusCode, body: answer.json(), cookie: answer.cookies[0] }
}
const codesOf = async (phone: string) => {
  const mark = app.context.keys.fingerprint(phone)
  const { rows } = await app.database.pool.query('SELECT 1 FROM residents.code WHERE phone_mark = $1', [mark])
  return rows.length
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

beforeAll(async () => {
  app = await testApp({ clock, settings: { texter: { send: async (one) => void sent.push(one) } } })
  await app.http.ready()
})
afterAll(() => app.close())

test('a phone is proved by the code it was sent; the browser is known by a cookie that scripts cannot read', async () => {
  const code = await ask('138 0013-8001')
  expect(sent.at(-1)?.phone).toBe('13800138001')
  const proof = await enter('13800138001', code)
  expect(proof).toMatchObject({ status: 200, body: { phone: '138****8001' } })
  expect(proof.cookie).toMatchObject({ name: 'gongzhi_resident', httpOnly: true, sameSite: 'Lax' })
  const browser = browserOf(app, '13800138001', String(proof.cookie?.value))
  expect((await browser.call(whoIsHere)).body).toEqual({
    phone: '138****8001',
    demo: false,
    sendsCodes: true,
  })
  expect((await nobody().call(whoIsHere)).body.phone).toBeNull()
  await browser.call(endResidentSession)
  expect((await browser.call(whoIsHere)).body.phone).toBeNull()
})

test('a code is good once', async () => {
  const code = await ask('13800138002')
  expect((await enter('13800138002', code)).status).toBe(200)
  expect((await enter('13800138002', code)).body.code).toBe('residents.code-wrong')
})

test('after five wrong tries the right code is wrong too, whoever tries at once', async () => {
  const code = await ask('13800138003')
  const tries = await Promise.all(Array.from({ length: 8 }, () => enter('13800138003', wrong(code))))
  expect(new Set(tries.map(({ body }) => body.code))).toEqual(new Set(['residents.code-wrong']))
  expect((await enter('13800138003', code)).status).toBe(422)
})

test('after ten minutes a code is worth nothing', async () => {
  const code = await ask('13800138004')
  forward(11)
  expect((await enter('13800138004', code)).status).toBe(422)
})

test('another phone’s code opens nothing', async () => {
  const code = await ask('13800138005')
  await ask('13800138006')
  expect((await enter('13800138006', code)).status).toBe(422)
})

test('one code a minute, five an hour, ten a day; the answer is the same when none went', async () => {
  const phone = '13800138007'
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => nobody().call(sendCode, { body: { phone } })),
  )
  expect(new Set(answers.map((one) => JSON.stringify(one)))).toHaveProperty('size', 1)
  expect(await codesOf(phone)).toBe(1)
  for (let n = 0; n < 8; n++) {
    forward(2)
    await nobody().call(sendCode, { body: { phone } })
  }
  expect(await codesOf(phone)).toBe(5)
  for (let n = 0; n < 12; n++) {
    forward(61)
    await nobody().call(sendCode, { body: { phone } })
  }
  expect(await codesOf(phone)).toBe(10)
})

test('sixty codes an hour for an address', () => {
  const now = new Date('2026-11-23T10:00:00+08:00')
  const lately = { lastSentAt: null, hourOfPhone: 0, dayOfPhone: 0 }
  expect([59, 60].map((hourOfAddress) => maySend({ ...lately, hourOfAddress }, now))).toEqual([true, false])
})

test('what is no mobile number is refused in words', async () => {
  for (const phone of ['12345', 'abc', '138001380011', '１３８']) {
    const { status, body } = await nobody().call(sendCode, { body: { phone } })
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain('11 位数字')
  }
})

test('a browser is forgotten after thirty days without a visit, and kept by visits until half a year', async () => {
  forward(24 * 60)
  const code = await ask('13800138008')
  const { cookie } = await enter('13800138008', code)
  const browser = browserOf(app, '13800138008', String(cookie?.value))
  const known = async () => (await browser.call(whoIsHere)).body.phone !== null
  for (let n = 0; n < 6; n++) {
    forward(29 * 24 * 60)
    expect(await known()).toBe(true)
  }
  forward(29 * 24 * 60)
  expect(await known()).toBe(false)
})

test('neither number nor code lies open in the database', async () => {
  const kept = await app.database.pool.query(
    `SELECT json_build_array((SELECT json_agg(c) FROM residents.code c), (SELECT json_agg(s) FROM residents.session s),
      (SELECT json_agg(m) FROM notices.text_message m), (SELECT json_agg(a) FROM platform.audit_entry a)) AS all`,
  )
  const text = JSON.stringify(kept.rows)
  expect(text).not.toMatch(/1380013800\d/)
  for (const message of sent) expect(text).not.toContain(codeIn(message))
})

test('an official’s session gives no resident’s rights, nor a resident’s an official’s', async () => {
  const official = await app.person({ role: 'city-official', placeId: app.cityId })
  expect((await official.call(whoIsHere)).body.phone).toBeNull()
})

test('without a port for short messages people are told where to go', async () => {
  const bare = await testApp()
  const { status, body } = await browserOf(bare, '', '').call(sendCode, { body: { phone: '13800138000' } })
  expect(status).toBe(409)
  expect(JSON.stringify(body)).toContain('12345')
  await bare.close()
})
