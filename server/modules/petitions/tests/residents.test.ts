import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photoPath } from '../../../../contracts/documents/words.ts'
import {
  addRemark,
  getOwnClaim,
  getOwnPhoto,
  listOwnClaims,
  rateOwnClaim,
  reopenOwnClaim,
  urgeOwnClaim,
  withdrawOwnClaim,
} from '../../../../contracts/petitions/own-public.ts'
import { fileOwnClaim } from '../../../../contracts/petitions/public.ts'
import { photo, pdf } from '../../documents/tests/made-files.ts'
import { provedResident, type TestResident } from '../../residents/testing/resident.ts'
import { advance } from '../actions/advance.ts'
import type { ClaimEvent } from '../rules/events.ts'
import { filing, type ReportingCity, reportingCity } from './reporting-city.ts'
import { limitAt, loadRulebook } from '../../../rulebook/load.ts'
import { currentCalendar } from '../../calendar/index.ts'

let city: ReportingCity
let phones = 0
const somebody = () => provedResident(city.app, `1360000${String(++phones).padStart(4, '0')}`)
const filed = async (by: TestResident, more: object = {}) => {
  const { status, body } = await by.call(fileOwnClaim, { body: filing(city.served, more) })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.number
}
const page = async (by: TestResident, number: string) =>
  (await by.call(getOwnClaim, { params: { number } })).body
const kinds = async (number: string): Promise<string[]> =>
  (
    await city.app.database.pool.query(
      'SELECT e.kind FROM petitions.claim_event e JOIN petitions.claim c ON c.id = e.claim_id WHERE c.number = $1 ORDER BY e.seq',
      [number],
    )
  ).rows.map(({ kind }) => kind)

const rulebook = loadRulebook()
/** What officials and the firm do, without their screens. */
async function happens(number: string, ...steps: Pick<ClaimEvent, 'kind' | 'data'>[]): Promise<void> {
  const { rows } = await city.app.database.pool.query<{ id: string }>(
    'SELECT id FROM petitions.claim WHERE number = $1',
    [number],
  )
  const means = {
    demo: false,
    categories: [],
    openPicture: () => Promise.reject(new Error('not asked')),
    limits: (id: string, day: string) => limitAt(rulebook, id, day).value.toString(),
    calendarOf: (db: Parameters<typeof currentCalendar>[0]) => currentCalendar(db, rulebook.calendars),
  } as unknown as Parameters<typeof advance>[1]
  const ctx = await city.bureau.ctx()
  await ctx.db.transaction().execute(async (trx) => {
    await advance({ ...ctx, db: trx }, means, rows[0]?.id as string, ({ now }) =>
      steps.map((step) => ({ ...step, at: now, by: null }) as ClaimEvent),
    )
  })
}
const rating = { responded: null, solved: null, satisfied: null }
const answered = [
  { kind: 'signed', data: { inTime: true } },
  { kind: 'handling', data: { plan: '今天更换灯泡' } },
  { kind: 'answered', data: { outcome: 'solved', answer: '已更换灯泡，楼道灯已亮。', inTime: true } },
] as const
const closed = [
  ...answered,
  { kind: 'reviewed', data: { note: '' } },
  { kind: 'visited', data: { result: 'unreached', rating, note: '', by: 'official' } },
  { kind: 'closed', data: { outcome: 'solved' } },
] as const

async function bring(by: TestResident, bytes: Buffer, id: string = randomUUID(), name = '家住3号楼.jpg') {
  const edge = `edge${randomUUID()}`
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`
  const answer = await city.app.http.inject({
    method: 'POST',
    url: `${photoPath}?id=${id}`,
    headers: { 'x-gongzhi': '1', 'content-type': `multipart/form-data; boundary=${edge}` },
    ...(by.token ? { cookies: { gongzhi_resident: by.token } } : {}),
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
  return { status: answer.statusCode, body: answer.json() }
}

beforeAll(async () => {
  city = await reportingCity()
})
afterAll(() => city.app.close())

describe('photos without an account', () => {
  test('are brought, attached to the claim, shown to its reporter and to nobody else, without their names', async () => {
    const by = await somebody()
    const id = randomUUID()
    expect(await bring(by, await photo(), id)).toMatchObject({ status: 200, body: { id } })
    const number = await filed(by, { photos: [id] })
    expect((await page(by, number)).photos).toEqual([id])
    const shown = (who: TestResident) =>
      city.app.http.inject({
        url: getOwnPhoto.path.replace(':number', number).replace(':documentId', id),
        cookies: { gongzhi_resident: who.token },
      })
    expect((await shown(by)).headers['content-type']).toBe('image/jpeg')
    expect((await shown(await somebody())).statusCode).toBe(404)
    const { rows } = await city.app.database.pool.query(
      'SELECT name, uploaded_by, latitude FROM documents.document WHERE id = $1',
      [id],
    )
    expect(rows[0]).toEqual({ name: '现场照片.jpg', uploaded_by: null, latitude: null })
  })
  test('another’s photo is not attached', async () => {
    const id = randomUUID()
    await bring(await somebody(), await photo(), id)
    const answer = await (await somebody()).call(fileOwnClaim, {
      body: filing(city.served, { photos: [id] }),
    })
    expect(answer.status).toBe(422)
  })
  test.each([
    ['a paper', () => pdf(), '材料.pdf'],
    ['a page that calls itself a photo', () => Buffer.from('<script>alert(1)</script>'), 'x.jpg'],
    ['half a photo', async () => (await photo()).subarray(0, 900), 'x.jpg'],
    [
      'more than fifteen megabytes',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(16 * 1024 * 1024)]),
      'x.jpg',
    ],
  ])('%s is refused in words', async (_, make, name) => {
    const answer = await bring(await somebody(), await make(), randomUUID(), name)
    expect([400, 413, 415, 422]).toContain(answer.status)
    expect(answer.body.detail).toMatch(/[一-鿿]/)
  })
  test('without a proved phone nobody brings any, and nobody more than twenty loose ones', async () => {
    expect((await bring({ ...(await somebody()), token: '' }, await photo())).status).toBe(401)
    const by = await somebody()
    const { mark } = { mark: city.app.context.keys.fingerprint(by.phone) }
    await city.app.database.pool.query(
      `INSERT INTO documents.document (id, file_key, name, type, size, sha256, uploaded_by_phone, uploaded_at, loose_since)
       SELECT gen_random_uuid(), gen_random_uuid(), 'x.jpg', 'jpeg', 1, repeat('0', 64), $1, now(), now() FROM generate_series(1, 20)`,
      [mark],
    )
    expect((await bring(by, await photo())).status).toBe(429)
  })
})

describe('6.4.3: the reporter follows and rates', () => {
  test('every step in a neighbour’s words, with who has it; what officials note among themselves stays with them', async () => {
    const by = await somebody()
    const number = await filed(by)
    await happens(number, { kind: 'noted', data: { note: '此人多次来访' } }, ...answered)
    const { rows } = await city.app.database.pool.query(
      `UPDATE petitions.claim_event e SET by = $1 FROM petitions.claim c WHERE c.id = e.claim_id AND c.number = $2 AND e.kind = 'noted' RETURNING 1`,
      [city.bureau.id, number],
    )
    expect(rows).toHaveLength(1)
    const body = await page(by, number)
    expect(body.steps.map((step) => step.zh)).toEqual([
      '已收到您反映的事',
      '已受理',
      '转给测试物业有限公司办理',
      '承办单位已签收',
      '开始办理',
      expect.stringContaining('答复'),
    ])
    expect(JSON.stringify(body)).not.toContain('多次来访')
    expect(body.heldBy).toBe('测试物业有限公司')
    expect(body.why.length).toBeGreaterThan(0)
    expect((await by.call(listOwnClaims)).body.rows[0]).toMatchObject({ number, asksRating: true })
  })

  test('a rating before anybody asked is the visit itself', async () => {
    const by = await somebody()
    const number = await filed(by)
    await happens(number, ...answered, { kind: 'reviewed', data: { note: '' } })
    const body = { responded: true, solved: true, satisfied: false }
    expect((await by.call(rateOwnClaim, { params: { number }, body })).status).toBe(200)
    expect(await kinds(number)).toContain('visited')
    expect((await page(by, number)).rating).toEqual(body)
    await by.call(rateOwnClaim, { params: { number }, body: { ...body, satisfied: true } })
    expect((await page(by, number)).rating.satisfied).toBe(true)
  })

  test('reopened once freely within ten working days; then, and later, with a reason', async () => {
    const by = await somebody()
    const number = await filed(by)
    await happens(number, ...closed)
    expect((await page(by, number)).may).toMatchObject({ reopen: true, reopenFreeUntil: '2026-12-07' })
    expect((await by.call(reopenOwnClaim, { params: { number }, body: {} })).status).toBe(200)
    expect((await page(by, number)).state).toBe('given-out')
    await happens(number, ...closed)
    const again = await by.call(reopenOwnClaim, { params: { number }, body: {} })
    expect(again).toMatchObject({ status: 422, body: { code: 'petitions.reopen-needs-reason' } })
    const why = { reason: '灯又坏了，还是看不见。' }
    expect((await by.call(reopenOwnClaim, { params: { number }, body: why })).status).toBe(200)
    const late = await filed(by)
    await happens(late, ...closed)
    const now = city.clock.now().toISOString()
    city.clock.moveTo('2026-12-08T09:00:00+08:00')
    expect((await by.call(reopenOwnClaim, { params: { number: late }, body: {} })).status).toBe(422)
    city.clock.moveTo(now)
  })

  test('urged once a day; withdrawn while nobody has answered; a remark with a photo', async () => {
    const by = await somebody()
    const number = await filed(by)
    const urge = () => by.call(urgeOwnClaim, { params: { number }, body: {} })
    expect((await urge()).status).toBe(200)
    expect((await urge()).status).toBe(429)
    expect((await page(by, number)).may.urge).toBe(false)
    const id = randomUUID()
    await bring(by, await photo(), id)
    const remark = { note: '二楼的灯也坏了。', photos: [id] }
    expect((await by.call(addRemark, { params: { number }, body: remark })).status).toBe(200)
    const shown = await page(by, number)
    expect(shown.steps.at(-1)).toMatchObject({ kind: 'noted', note: remark.note, photos: [id] })
    expect(shown.photos).toEqual([])
    expect((await by.call(withdrawOwnClaim, { params: { number }, body: {} })).body.state).toBe('withdrawn')
    expect((await by.call(withdrawOwnClaim, { params: { number }, body: {} })).status).toBe(409)
  })

  test('nobody else moves it', async () => {
    const number = await filed(await somebody())
    const other = await somebody()
    const body = { responded: true, solved: true, satisfied: true }
    expect((await other.call(rateOwnClaim, { params: { number }, body })).status).toBe(404)
    expect((await other.call(withdrawOwnClaim, { params: { number }, body: {} })).status).toBe(404)
    expect((await other.call(urgeOwnClaim, { params: { number }, body: {} })).status).toBe(404)
  })
})
