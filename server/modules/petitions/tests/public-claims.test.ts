import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getOwnClaim, listOwnClaims } from '../../../../contracts/petitions/own-public.ts'
import {
  fileOwnClaim,
  findPlaces,
  joinClaim,
  listPlaceClaims,
  lookUpClaim,
  similarClaims,
  startFiling,
} from '../../../../contracts/petitions/public.ts'
import { browserOf, provedResident, type TestResident } from '../../residents/testing/resident.ts'
import { communities, filing, type ReportingCity, reportingCity } from './reporting-city.ts'

let city: ReportingCity
let resident: TestResident
const nobody = () => browserOf(city.app, '', '')
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

describe('likely the same', () => {
  test('is offered by category, place, day and state alone, and joined once', async () => {
    const number = await filed(
      filing(city.unserved, { category: '0203', content: '电梯运行时抖动得厉害，老人害怕。' }),
      await somebody(),
    )
    const other = await somebody()
    const { rows } = (
      await nobody().call(similarClaims, { query: { place: city.unserved, category: '0203' } })
    ).body
    expect(rows.map((one) => one.number)).toContain(number)
    expect(Object.keys(rows[0] as object).sort()).toEqual([
      'categoryName',
      'categoryNameEn',
      'number',
      'openedOn',
      'placeName',
      'state',
    ])
    const joined = [
      await other.call(joinClaim, { params: { number }, body: {} }),
      await other.call(joinClaim, { params: { number }, body: {} }),
    ]
    expect(joined.map((one) => one.body.followers)).toEqual([1, 1])
    expect((await eventsOf(number)).filter((kind) => kind === 'followed')).toHaveLength(1)
    const page = await other.call(getOwnClaim, { params: { number } })
    expect(page.body).toMatchObject({ follows: true, content: '', may: { rate: false, withdraw: false } })
    expect(JSON.stringify(page.body)).not.toContain('老人害怕')
  })
  test('one’s own is not joined', async () => {
    const number = await filed(filing(city.served), await somebody().then((one) => (resident = one)))
    expect((await resident.call(joinClaim, { params: { number }, body: {} })).status).toBe(409)
  })
})

describe('what others may know', () => {
  test('by number: category, place, day, state', async () => {
    const number = await filed(filing(city.served, { name: '孙示例' }), await somebody())
    const { body } = await nobody().call(lookUpClaim, { params: { number } })
    expect(Object.keys(body).sort()).toEqual([
      'categoryName',
      'categoryNameEn',
      'number',
      'openedOn',
      'placeName',
      'state',
      'text',
    ])
    expect(body.text).toBeNull()
  })
  test('never another’s page, nor his list', async () => {
    const number = await filed(filing(city.served), await somebody())
    const other = await somebody()
    expect((await other.call(getOwnClaim, { params: { number } })).status).toBe(404)
    expect((await other.call(listOwnClaims)).body.rows).toEqual([])
  })
  test('of a compound a page at a time, each once', async () => {
    for (const by of [await somebody(), await somebody()])
      for (let n = 0; n < 8; n++) await filed(filing(city.served), by)
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const { body } = await nobody().call(listPlaceClaims, {
        params: { id: city.served },
        query: { limit: '7', ...(after ? { after } : {}) },
      })
      seen.push(...body.rows.map((one) => one.number))
      if (!body.next) break
      after = body.next
    }
    expect(seen.length).toBeGreaterThan(14)
    expect(new Set(seen).size).toBe(seen.length)
  })
  test('merely closed is never called solved', async () => {
    const number = await filed(filing(city.served), await somebody())
    const set = (columns: string) =>
      city.app.database.pool.query(`UPDATE petitions.claim SET ${columns} WHERE number = $1`, [number])
    const state = async () => (await nobody().call(lookUpClaim, { params: { number } })).body.state
    await set(`state = 'struck-off', outcome = 'solved', visit_result = 'unreached'`)
    expect(await state()).toBe('ended')
    await set('rated_solved = false')
    expect(await state()).toBe('not-solved')
    await set('rated_solved = true')
    expect(await state()).toBe('solved')
  })
})

test('a place is found by name, pinyin, initials and code, and by the code at the gate', async () => {
  for (const text of ['演示1号', 'yanshi1', `${communities[0]}-0001`, '第1社区'])
    expect((await nobody().call(findPlaces, { query: { text } })).body.rows.length, text).toBeGreaterThan(0)
  const { body } = await nobody().call(startFiling, { query: { at: `${communities[0]}-0001` } })
  expect(body.place).toMatchObject({ id: city.served, lies: expect.stringContaining('少先路街道') })
  expect(body.categories.length).toBeGreaterThan(50)
  expect((await nobody().call(startFiling, { query: { at: '无此代码' } })).body.place).toBeNull()
})
