import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileForSomebody } from '../../../../contracts/petitions/filing.ts'
import { fileOwnClaim, startFiling } from '../../../../contracts/petitions/public.ts'
import {
  addCategory,
  addDuty,
  editCategory,
  endDuty,
  listCategories,
  listDuties,
  listLadders,
  printGatePoster,
  switchLadder,
} from '../../../../contracts/petitions/routing.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { readPdf } from '../../../platform/testing/read-pdf.ts'
import { browserOf, provedResident } from '../../residents/testing/resident.ts'
import { communities, district, filing, type ReportingCity, reportingCity } from './reporting-city.ts'

let city: ReportingCity
let bureau: Person
let enforcers: string
const placeOf = (code: string) => city.places.get(code) as string

beforeAll(async () => {
  city = await reportingCity()
  bureau = await city.app.person({ role: 'district-official', placeId: placeOf(district) })
  const { rows } = await city.app.database.pool.query<{ id: string }>(
    `SELECT id FROM organisations.body WHERE name = '测试综合执法局'`,
  )
  enforcers = rows[0]?.id as string
})
afterAll(() => city.app.close())

let phones = 0
async function handlerOf(category: string) {
  const by = await provedResident(city.app, `1350000${String(++phones).padStart(4, '0')}`)
  const { body } = await by.call(fileOwnClaim, { body: filing(city.served, { category }) })
  const { rows } = await city.app.database.pool.query(
    'SELECT handler_body_id AS body, handler_place_id AS place FROM petitions.claim WHERE number = $1',
    [body.number],
  )
  return rows[0].body ?? rows[0].place
}
const line = (more: object = {}) => ({
  category: '10',
  placeId: placeOf(district),
  bodyId: enforcers,
  basis: '区政府职责清单第3条',
  from: '2026-01-01',
  ...more,
})

test('6.4.4: a line of the duty list sends its category to the department until it ends', async () => {
  expect(await handlerOf('1001')).toBe(placeOf(district))
  const { body } = await bureau.call(addDuty, { body: line() })
  expect(await handlerOf('1001')).toBe(enforcers)
  expect(await handlerOf('0105')).toBe(city.firmId)
  const { rows } = (await bureau.call(listDuties, { query: { place: city.served, category: '1001' } })).body
  expect(rows).toMatchObject([
    {
      id: body.id,
      who: '测试综合执法局',
      categoryName: '违法建设和装修',
      can: { 'petitions.end-duties': true },
    },
  ])
  const end = { to: '2026-11-23', version: 1 }
  expect((await bureau.call(endDuty, { params: { id: body.id }, body: end })).status).toBe(200)
  expect((await bureau.call(endDuty, { params: { id: body.id }, body: end })).status).toBe(409)
  expect(await handlerOf('1001')).toBe(placeOf(district))
})

test.each([
  ['nobody named', { bodyId: null }, 400],
  ['an unknown category', { category: '9900' }, 422],
  ['a compound as an office', { bodyId: null, officePlaceId: 'served' }, 422],
  ['an end before its beginning', { to: '2025-12-31' }, 422],
])('a line with %s is refused', async (_, more, status) => {
  const named = 'officePlaceId' in more ? { ...more, officePlaceId: city.served } : more
  expect((await bureau.call(addDuty, { body: line(named) })).status).toBe(status)
})

test('whoever is not the bureau of the place changes nothing', async () => {
  const street = await city.app.person({ role: 'street-official', placeId: placeOf('150203001000') })
  expect((await street.call(addDuty, { body: line() })).status).toBe(403)
  expect((await street.call(listCategories)).status).toBe(200)
  const ladder = { skipsCommunity: true, reason: '社区不办理', version: 0 }
  expect(
    (await street.call(switchLadder, { params: { placeId: placeOf(district) }, body: ladder })).status,
  ).toBe(403)
  expect((await bureau.call(addDuty, { body: line({ placeId: city.app.cityId }) })).status).toBe(404)
})

test('6.4.2 d: a district switches the community’s step, nothing else, and each change is in the trail', async () => {
  const set = (placeId: string, version: number) =>
    bureau.call(switchLadder, {
      params: { placeId },
      body: { skipsCommunity: true, reason: '本区社区不承办诉求', version },
    })
  expect((await set(placeOf(communities[0] as string), 0)).status).toBe(422)
  expect((await set(placeOf(district), 0)).body.version).toBe(1)
  expect((await set(placeOf(district), 0)).status).toBe(409)
  const { rows } = (await bureau.call(listLadders)).body
  expect(rows.find((row) => row.placeId === placeOf(district))).toMatchObject({
    skipsCommunity: true,
    version: 1,
  })
  const trail = await city.app.database.pool.query(
    `SELECT summary FROM platform.audit_entry WHERE verb = 'petitions.switch-ladder'`,
  )
  expect(trail.rows).toHaveLength(1)
})

test('the city bureau adds, changes and switches categories off; what was changed outlives a start', async () => {
  const { rows } = (await city.bureau.call(listCategories)).body
  expect(rows.length).toBeGreaterThan(60)
  const {
    code: _c,
    parent: _p,
    position: _o,
    version,
    ...lamp
  } = rows.find((row) => row.code === '0105') as (typeof rows)[number]
  const edited = await city.bureau.call(editCategory, {
    params: { code: '0105' },
    body: { ...lamp, name: '楼道灯、声控灯不亮', version },
  })
  expect(edited.body.version).toBe(2)
  expect(
    (await city.bureau.call(editCategory, { params: { code: '0105' }, body: { ...lamp, version } })).status,
  ).toBe(409)
  expect(
    (await bureau.call(editCategory, { params: { code: '0105' }, body: { ...lamp, version: 2 } })).status,
  ).toBe(403)
  const fresh = { ...lamp, name: '信报箱损坏', nameEn: 'Letter boxes broken', common: false }
  expect((await city.bureau.call(addCategory, { body: { code: '0107', ...fresh } })).status).toBe(200)
  expect((await city.bureau.call(addCategory, { body: { code: '0107', ...fresh } })).status).toBe(409)
  expect((await city.bureau.call(addCategory, { body: { code: '9901', ...fresh } })).status).toBe(409)
  await city.bureau.call(editCategory, {
    params: { code: '0107' },
    body: { ...fresh, active: false, version: 1 },
  })
  await city.app.petitions.seed(city.app.database.db)
  const offered = (await browserOf(city.app, '', '').call(startFiling, { query: {} })).body.categories
  expect(offered.find(({ code }) => code === '0105')?.name).toBe('楼道灯、声控灯不亮')
  expect(offered.map(({ code }) => code)).not.toContain('0107')
  const shut = await city.bureau.call(fileForSomebody, { body: filing(city.served, { category: '0107' }) })
  expect(shut.status).toBe(422)
})

test('the poster at the gate says whose it is and opens the form for it; not elsewhere’s', async () => {
  const firm = await city.app.person({ role: 'enterprise', bodyId: city.firmId })
  const print = (person: Person, id: string) =>
    city.app.http.inject({
      url: printGatePoster.path.replace(':id', id),
      cookies: { gongzhi_session: person.token },
    })
  const printed = await print(firm, city.served)
  expect(printed.headers['content-type']).toBe('application/pdf')
  const [poster] = await readPdf(printed.rawPayload)
  for (const words of ['演示1号苑', '有事扫一扫', '110', 'https://gz.example.cn/public/report'])
    expect(poster?.text).toContain(words)
  expect((await print(firm, city.left)).statusCode).toBe(404)
})
