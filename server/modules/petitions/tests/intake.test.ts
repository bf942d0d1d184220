import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileForSomebody } from '../../../../contracts/petitions/filing.ts'
import { getOwnClaim, listOwnClaims, openLinkedClaim } from '../../../../contracts/petitions/own-public.ts'
import { fileOwnClaim, findPlaces } from '../../../../contracts/petitions/public.ts'
import { browserOf, provedResident, type TestResident } from '../../residents/testing/resident.ts'
import { communities, district, filing, type ReportingCity, reportingCity } from './reporting-city.ts'

let city: ReportingCity
let resident: TestResident
const nobody = () => browserOf(city.app, '', '')
const rowOf = async (number: string) =>
  (await city.app.database.pool.query('SELECT * FROM petitions.claim WHERE number = $1', [number])).rows[0]
const eventsOf = async (number: string): Promise<string[]> =>
  (
    await city.app.database.pool.query(
      'SELECT kind FROM petitions.claim_event e JOIN petitions.claim c ON c.id = e.claim_id WHERE c.number = $1 ORDER BY e.seq',
      [number],
    )
  ).rows.map(({ kind }) => kind)
const file = async (body: object, by = resident) => await by.call(fileOwnClaim, { body: body as never })
const filed = async (body: object, by = resident) => {
  const answer = await file(body, by)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.number
}
let phones = 0
const somebody = () => provedResident(city.app, `1370000${String(++phones).padStart(4, '0')}`)

beforeAll(async () => {
  city = await reportingCity()
  resident = await somebody()
})
afterAll(() => city.app.close())

describe('6.4.2: a claim is filed, taken in and sent to whoever answers for it, in one transaction', () => {
  test('the firm by its contract', async () => {
    const number = await filed(filing(city.served))
    expect(number).toMatch(/^SQ20261123-\d{6}$/)
    expect(await eventsOf(number)).toEqual(['filed', 'accepted', 'dispatched'])
    expect(await rowOf(number)).toMatchObject({
      state: 'dispatched',
      channel: 'resident',
      handler_body_id: city.firmId,
      provider_id: city.firmId,
      phone_verified: true,
      clock: 'sign',
    })
  })

  test('nobody where the contract has ended: the community must find somebody', async () => {
    const number = await filed(filing(city.left))
    expect(await eventsOf(number)).toEqual(['filed', 'accepted', 'no-owner'])
    expect(await rowOf(number)).toMatchObject({
      state: 'accepted',
      leader_place_id: city.places.get(communities[0] as string),
    })
  })

  test('the community where there never was a firm', async () => {
    const number = await filed(filing(city.unserved))
    expect(await rowOf(number)).toMatchObject({ handler_place_id: city.places.get(communities[1] as string) })
  })

  test('a complaint about the firm goes to the community; the firm is asked besides and sees no reporter', async () => {
    const number = await filed(filing(city.served, { category: '1301', name: '王示例' }))
    const row = await rowOf(number)
    expect(row).toMatchObject({ handler_body_id: null, co_body_id: city.firmId, about_firm: true })
    const { rows } = await city.app.database.pool.query(
      'SELECT data FROM petitions.claim_event WHERE claim_id = $1',
      [row.id],
    )
    expect(JSON.stringify(rows)).not.toMatch(/王示例|1370000/)
  })

  test('the reporter is told the number by text, with a link that opens without a login and tells nothing of him', async () => {
    const by = await somebody()
    const number = await filed(
      filing(city.served, { name: '李示例', content: '我家门口的灯坏了，请来修。' }),
      by,
    )
    let text = ''
    for (let n = 0; n < 60 && !text; n++) {
      await new Promise((soon) => setTimeout(soon, 50))
      text = city.texts.find((one) => one.phone === by.phone)?.text ?? ''
    }
    expect(text).toContain(number)
    const token = /\/public\/c\/(\S+)$/.exec(text)?.[1] ?? ''
    const linked = await nobody().call(openLinkedClaim, { params: { token } })
    expect(linked.status).toBe(200)
    expect(linked.body).toMatchObject({ number, heldBy: '测试物业有限公司', state: 'given-out' })
    expect(JSON.stringify(linked.body)).not.toMatch(/李示例|李\*|我家门口|137\*|1370000/)
    for (const wrong of [token.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')), number, 'x', `${number}.`])
      expect((await nobody().call(openLinkedClaim, { params: { token: wrong } })).status).toBe(404)
  })
})

describe('one submission is one claim', () => {
  test('sent five times at once it is one, and later too', async () => {
    const body = filing(city.served)
    const answers = await Promise.all(Array.from({ length: 5 }, () => file(body)))
    expect(new Set(answers.map((one) => one.body.number)).size).toBe(1)
    expect((await file(body)).body.number).toBe(answers[0]?.body.number)
  })
  test('the same key with other contents is refused', async () => {
    const body = filing(city.served)
    await filed(body)
    const other = await file({ ...body, content: '另外一件事，请不要混在一起。' })
    expect(other).toMatchObject({ status: 409, body: { code: 'petitions.intake-key-used' } })
  })
  test('another phone’s same key is another claim', async () => {
    const body = filing(city.served)
    expect(await filed(body)).not.toBe(await filed(body, await somebody()))
  })
})

test('a flood from one phone stops at the limit, however many come at once; others file on', async () => {
  const by = await somebody()
  const answers = await Promise.all(Array.from({ length: 16 }, () => file(filing(city.served), by)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
  const refused = answers.find(({ status }) => status === 429)
  expect(JSON.stringify(refused?.body)).toMatch(/今天已反映 10 件.*12345/)
  expect((await file(filing(city.served), await somebody())).status).toBe(200)
})

describe('what cannot be filed is refused in words, and nothing is kept', () => {
  test.each([
    ['a place outside the city', { placeId: randomUUID() }, 422, /可能不在本市/],
    ['an unknown category', { category: '9901' }, 422, /没有找到/],
    ['a group instead of a matter', { category: '01' }, 422, /更具体/],
    ['too short', { content: '灯' }, 400, /至少 4 个字/],
    ['too long', { content: '长'.repeat(2001) }, 400, /最多 2000 个字/],
    ['ten photos', { photos: Array.from({ length: 10 }, () => randomUUID()) }, 400, /最多 9 张/],
    ['a photo of nobody', { photos: [randomUUID()] }, 422, /附件已找不到/],
  ])('%s', async (_, more, status, words) => {
    const answer = await file(filing(city.served, more), await somebody())
    expect(answer.status).toBe(status)
    expect(JSON.stringify(answer.body)).toMatch(words)
  })
  test('a dissolved compound: its community is offered', async () => {
    const id = city.places.get(`${communities[1]}-0002`) as string
    await city.app.database.pool.query(
      `UPDATE organisations.place SET ended_on = '2026-10-01' WHERE id = $1`,
      [id],
    )
    const answer = await file(filing(id))
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain('第2社区')
    expect(
      (await nobody().call(findPlaces, { query: { text: '演示2号苑' } })).body.rows.map((one) => one.id),
    ).not.toContain(id)
  })
  test('without a proved phone nobody files', async () => {
    expect((await file(filing(city.served), nobody())).status).toBe(401)
    expect((await nobody().call(listOwnClaims)).status).toBe(401)
  })
})

describe('for somebody else', () => {
  const street = (more: object = {}) => filing(city.served, more)
  test('at the counter, with or without name and phone', async () => {
    const communityId = city.places.get(communities[0] as string) ?? ''
    const official = await city.app.person({
      role: 'community-official',
      placeId: communityId,
    })
    const named = await official.call(fileForSomebody, {
      body: street({ reporterName: '赵示例', reporterPhone: '13900001234' }),
    })
    expect(await rowOf(named.body.number)).toMatchObject({
      channel: 'counter',
      reporter_mask: '赵** 139****1234',
      phone_verified: false,
      filed_by: official.id,
      state: 'dispatched',
    })
    const unnamed = await official.call(fileForSomebody, { body: street() })
    expect(await rowOf(unnamed.body.number)).toMatchObject({ reporter_mask: '', reporter_phone: null })
    const elsewhere = await official.call(fileForSomebody, { body: filing(city.unserved) })
    expect(elsewhere.status).toBe(404)
    const wrong = await official.call(fileForSomebody, { body: street({ reporterPhone: '12345' }) })
    expect(wrong.status).toBe(422)
  })
  test('by the project where it serves, and nowhere else', async () => {
    const firm = await city.app.person({ role: 'enterprise', bodyId: city.firmId })
    const own = await firm.call(fileForSomebody, { body: street() })
    expect(await rowOf(own.body.number)).toMatchObject({ channel: 'project' })
    expect((await firm.call(fileForSomebody, { body: filing(city.left) })).status).toBe(404)
  })
  test('by a relative, on the public site', async () => {
    expect(await rowOf(await filed(filing(city.served, { forRelative: true })))).toMatchObject({
      channel: 'relative',
    })
  })
})

describe('6.4.4: the duty list', () => {
  test('sends unlawful building to the department, without one to the district office', async () => {
    const before = await rowOf(await filed(filing(city.served, { category: '1001' }), await somebody()))
    expect(before.handler_place_id).toBe(city.places.get(district))
  })
})

test('whoever asks not to be known is sealed; danger says so', async () => {
  const number = await filed(filing(city.served, { sealed: true, category: '0102' }), await somebody())
  expect(await rowOf(number)).toMatchObject({ identity_sealed: true, limit_class: 'danger', clock: 'sign' })
  expect((await file(filing(city.served, { category: '0201' }), await somebody())).body.danger).toBe(true)
})

describe('whatever people write comes back as they wrote it', () => {
  const cases = [
    '<script>alert(1)</script> 灯坏了',
    '😀👨‍👩‍👧‍👦🏳️‍🌈 楼道灯不亮',
    '𠮷野家旁边的𡈽堆堵了门，㐂喜',
    '=HYPERLINK("http://x","y") 请看',
    "'; DROP TABLE petitions.claim; --",
    'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮ 电梯',
    '‮倒着写的字‬ 物业',
  ]
  test(`${cases.length} texts`, async () => {
    let by = await somebody()
    let n = 0
    for (const content of cases) {
      if (++n % 10 === 0) by = await somebody()
      const answer = await file(filing(city.served, { content, spot: content.slice(0, 40).trim() }), by)
      if (answer.status === 400) {
        expect(JSON.stringify(answer.body), content).toMatch(/不能保存的字符|至少|最多/)
        continue
      }
      expect(answer.status, content).toBe(200)
      const own = await by.call(getOwnClaim, { params: { number: answer.body.number } })
      expect(own.body.content).toBe(content.trim())
    }
  }, 120_000)
})
