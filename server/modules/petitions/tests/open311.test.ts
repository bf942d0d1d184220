import { createHmac } from 'node:crypto'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, revokeClient } from '../../../../contracts/petitions/clients.ts'
import { type Person } from '../../../platform/testing/app.ts'
import { compoundCode } from '../../organisations/tests/ground.ts'
import { type ReportingCity, reportingCity } from './reporting-city.ts'

let city: ReportingCity
let admin: Person
/** The compound that the firm serves. */
const code = compoundCode(0, 1)
let open311: { id: string; key: string; secret: string }
let hotline: { id: string; key: string; secret: string }

beforeAll(async () => {
  city = await reportingCity()
  admin = await city.app.person({ role: 'system-admin', placeId: city.app.cityId })
  const make = async (kind: 'open311' | 'hotline') =>
    (await admin.call(createClient, { body: { name: `测试${kind}`, kind, placeId: city.app.cityId } })).body
  open311 = await make('open311')
  hotline = await make('hotline')
})
afterAll(() => city.app.close())

const base = '/api/open311/v2'
const get = (url: string) => city.app.http.inject({ url: `${base}${url}` })
const post = (fields: Record<string, string>, { format = 'json', headers = {} } = {}) =>
  city.app.http.inject({
    method: 'POST',
    url: `${base}/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
const filled = () => ({
  api_key: open311.key,
  service_code: '0101',
  address_id: code,
  description: '三楼东户屋顶漏水 <b>急</b>',
  phone: '13900000001',
  last_name: '甄',
})

test('GeoReport v2: discovery, services and a definition in JSON and XML under the names of the specification', async () => {
  const discovery = (await city.app.http.inject({ url: '/api/open311/discovery.json' })).json()
  expect(discovery.endpoints[0].specification).toBe('http://wiki.open311.org/GeoReport_v2')
  const services = (await get('/services.json')).json()
  expect(services.length).toBeGreaterThan(30)
  expect(Object.keys(services[0])).toEqual([
    'service_code',
    'service_name',
    'description',
    'metadata',
    'type',
    'keywords',
    'group',
  ])
  const xml = await get('/services.xml')
  expect(xml.headers['content-type']).toContain('text/xml')
  expect(new XMLParser().parse(xml.body).services.service).toHaveLength(services.length)
  const definition = new XMLParser().parse((await get('/services/0101.xml')).body).service_definition
  expect(definition.attributes.attribute).toMatchObject({ code: 'SPOT', datatype: 'string', required: false })
  const unknown = await get('/services/9999.json')
  expect(unknown.statusCode).toBe(404)
  expect(unknown.json()[0].code).toBe(404)
})

test('POST requests files a claim once per key of the submission; the answer is a number that can be looked up', async () => {
  const headers = { 'idempotency-key': 'open-1' }
  const first = await post(filled(), { headers })
  expect(first.statusCode, first.body).toBe(201)
  const number = first.json()[0].service_request_id as string
  expect((await post(filled(), { headers })).json()[0].service_request_id).toBe(number)
  const [found] = (await get(`/requests/${number}.json`)).json()
  expect(found).toMatchObject({
    service_request_id: number,
    status: 'open',
    service_code: '0101',
    address_id: code,
    description: '',
    lat: '',
  })
  expect(found.requested_datetime).toMatch(/\+08:00$/)
  expect(JSON.stringify(found)).not.toMatch(/三楼东户|甄|139/)
  const xml = new XMLParser().parse((await get(`/requests/${number}.xml`)).body)
  expect(xml.service_requests.request.service_request_id).toBe(number)
  expect((await get(`/tokens/${number}.json`)).json()).toEqual([
    { service_request_id: number, token: number },
  ])
})

test.each([
  ['without a key', { api_key: '' }, 403],
  ['with a wrong key', { api_key: 'gz_wrong' }, 403],
  ['without a service', { service_code: '' }, 400],
  ['of an unknown service', { service_code: '7777' }, 422],
  ['at no place', { address_id: '' }, 400],
  ['at an unknown place', { address_id: '110101' }, 400],
  ['with two letters', { description: '漏水' }, 400],
  ['with a phone that is none', { phone: '12' }, 400],
])('a request %s is refused in the form of the specification', async (_, change, status) => {
  const refused = await post({ ...filled(), ...change }, { format: 'xml' })
  expect(refused.statusCode, refused.body).toBe(status)
  expect(new XMLParser().parse(refused.body).errors.error).toMatchObject({ code: status })
})

test('lists are narrowed by service, state, time and page, and say what cannot be read', async () => {
  for (let n = 0; n < 3; n++) await post({ ...filled(), phone: `1390000010${n}`, service_code: '0105' })
  const rows = (await get('/requests.json?service_code=0105&status=open&page_size=2')).json()
  expect(rows).toHaveLength(2)
  expect((await get('/requests.json?service_code=0105&page=2&page_size=2')).json()).toHaveLength(1)
  expect((await get('/requests.json?service_code=0105&status=closed')).json()).toHaveLength(0)
  expect((await get('/requests.json?updated_after=2026-11-24T00:00:00Z')).json()).toHaveLength(0)
  for (const wrong of ['status=half', 'page=0', 'start_date=yesterday'])
    expect((await get(`/requests.json?${wrong}`)).statusCode).toBe(400)
})

const sign = (body: string, { secret = hotline.secret, at = city.clock.now().getTime() / 1000 } = {}) => {
  const seconds = String(Math.floor(at))
  const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(`m1.${seconds}.${body}`)
    .digest('base64')
  return {
    'x-gongzhi-key': hotline.key,
    'webhook-id': 'm1',
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${mac}`,
  }
}
const send = (order: object, signing: Parameters<typeof sign>[1] = {}) => {
  const payload = JSON.stringify(order)
  const headers = { 'content-type': 'application/json', ...sign(payload, signing) }
  return city.app.http.inject({ method: 'POST', url: '/api/petitions/hotline/orders', headers, payload })
}
const order = (number: string, change: object = {}) => ({
  orderNumber: number,
  revision: 1,
  step: 'opened',
  category: '0101',
  placeCode: code,
  content: '来电反映楼顶漏水',
  reporterPhone: '13900000002',
  ...change,
})

test('a work order of 12345 is one claim however often it is sent; a later revision is followed, an older changes nothing', async () => {
  const first = await send(order('BT0001'))
  expect(first.statusCode, first.body).toBe(200)
  expect(first.json()).toMatchObject({ state: 'dispatched', isNew: true, revision: 1 })
  expect((await send(order('BT0001'))).json()).toMatchObject({ number: first.json().number, isNew: false })
  const taken = (
    await send(order('BT0001', { revision: 3, step: 'withdrawn', content: '来电人撤回' }))
  ).json()
  expect(taken).toMatchObject({ state: 'withdrawn', revision: 3 })
  expect((await send(order('BT0001', { revision: 2, step: 'urged' }))).json()).toMatchObject({
    state: 'withdrawn',
    isNew: false,
  })
  const url = '/api/petitions/hotline/orders/BT0001'
  const asked = await city.app.http.inject({ url, headers: sign(url) })
  expect(asked.json()).toMatchObject({ orderNumber: 'BT0001', state: 'withdrawn', revision: 3 })
})

test('sent twice at the same instant it is one claim', async () => {
  const both = await Promise.all([send(order('BT0002')), send(order('BT0002'))])
  expect(new Set(both.map((one) => one.json().number)).size).toBe(1)
  expect(both.filter((one) => one.json().isNew)).toHaveLength(1)
})

test('an order without a known category waits for an official; one for an unknown place is refused and kept nowhere', async () => {
  expect((await send(order('BT0003', { category: '9999' }))).json()).toMatchObject({ state: 'filed' })
  const refused = await send(order('BT0004', { placeCode: '110101' }))
  expect(refused.statusCode).toBe(422)
  const url = '/api/petitions/hotline/orders/BT0004'
  expect((await city.app.http.inject({ url, headers: sign(url) })).statusCode).toBe(404)
})

test('a wrong signature, one over other words, and one of ten minutes ago are refused', async () => {
  expect((await send(order('BT0005'), { secret: open311.secret })).statusCode).toBe(401)
  const late = city.clock.now().getTime() / 1000 - 600
  expect((await send(order('BT0005'), { at: late })).statusCode).toBe(401)
  const payload = JSON.stringify(order('BT0005'))
  const headers = { 'content-type': 'application/json', ...sign(payload) }
  const url = '/api/petitions/hotline/orders'
  const changed = payload.replace('漏水', '停水')
  expect((await city.app.http.inject({ method: 'POST', url, headers, payload: changed })).statusCode).toBe(
    401,
  )
})

test('a revoked key opens nothing, and only the system administrator makes or revokes one', async () => {
  const made = (
    await admin.call(createClient, { body: { name: '将停用', kind: 'open311', placeId: city.app.cityId } })
  ).body
  await admin.call(revokeClient, { params: { id: made.id } })
  expect((await post({ ...filled(), api_key: made.key })).statusCode).toBe(403)
  const refused = await city.bureau.call(createClient, {
    body: { name: '越权', kind: 'open311', placeId: city.app.cityId },
  })
  expect(refused.status).toBe(403)
})
