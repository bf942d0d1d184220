import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, type TestApp, testApp } from '../testing/app.ts'

let app: TestApp
let person: Person

beforeAll(async () => {
  app = await testApp()
  person = await app.person({ role: 'city-official', placeId: app.cityId })
})
afterAll(() => app.close())

interface Request {
  method?: 'GET' | 'POST' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'DELETE'
  url: string
  headers?: Record<string, string>
  payload?: string
}

async function send({ method = 'POST', url, headers = { 'x-gongzhi': '1' }, payload }: Request) {
  const cookies = { gongzhi_session: person.token }
  const answer = await app.http.inject({
    method,
    url,
    headers,
    cookies,
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, text: answer.body, headers: answer.headers }
}

const compounds = '/api/organisations/compounds'
const json = { 'x-gongzhi': '1', 'content-type': 'application/json' }

describe('bodies that are none', () => {
  test.each([
    ['zero bytes', ''],
    ['half of one', '{"name":'],
    ['__proto__', '{"__proto__": {"isAdmin": true}}'],
    ['constructor.prototype', '{"constructor": {"prototype": {"isAdmin": true}}}'],
    ['half a million brackets', '['.repeat(500_000) + ']'.repeat(500_000)],
    ['brackets in a field', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('%s: 400 in words, and no prototype is touched', async (_, payload) => {
    const { status, text } = await send({ url: compounds, headers: json, payload })
    expect(status).toBe(400)
    expect(JSON.parse(text).detail).toMatch(/[一-鿿]/)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  test('above 2 MB: 413 that names the limit', async () => {
    const { status, text } = await send({
      url: compounds,
      headers: json,
      payload: JSON.stringify({ a: 'x'.repeat(3e6) }),
    })
    expect([status, JSON.parse(text).detail]).toEqual([413, '内容超过上限 2 MB。请拆分后再提交。'])
  })

  test.each(['application/xml', 'application/x-www-form-urlencoded', ';;;', 'application/json2'])(
    'content type %s: 415',
    async (type) => {
      const { status } = await send({
        url: compounds,
        headers: { ...json, 'content-type': type },
        payload: 'x',
      })
      expect(status).toBe(415)
    },
  )
})

describe('requests of another site', () => {
  test.each([
    ['without the header', { 'content-type': 'application/json' }],
    ['from another site', { ...json, 'sec-fetch-site': 'cross-site' }],
    ['from another host of the same site', { ...json, 'sec-fetch-site': 'same-site' }],
    ['as a form’s plain text', { 'content-type': 'text/plain' }],
  ])('%s: 403', async (_, headers) => {
    const { status, text } = await send({ url: compounds, headers, payload: '{}' })
    expect([status, JSON.parse(text).code]).toEqual([403, 'platform.foreign-request'])
  })

  test('no method but those of the contract is answered, and no other site is let in', async () => {
    for (const method of ['OPTIONS', 'PATCH', 'DELETE'] as const) {
      const { status, headers } = await send({ method, url: compounds })
      expect([method, status, headers['access-control-allow-origin']]).toEqual([method, 404, undefined])
    }
  })
})

const frame = (name: string, file = 'a.csv') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\nContent-Type: text/csv\r\n\r\n1,2\r\n`
const multipart = { 'x-gongzhi': '1', 'content-type': 'multipart/form-data; boundary=x' }
const field = (n: number) => `--x\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\nv\r\n`

describe('uploads that are none', () => {
  test.each([
    ['JSON', json, '{}', 415],
    ['nothing', { 'x-gongzhi': '1' }, undefined, 415],
    ['cut off', multipart, frame('file'), 400],
    ['without boundary', { ...multipart, 'content-type': 'multipart/form-data' }, frame('file'), 400],
    [
      'a flood of fields',
      multipart,
      `${Array.from({ length: 50 }, (_, n) => field(n)).join('')}${frame('file')}--x--\r\n`,
      400,
    ],
    ['garbage', multipart, 'garbage', 400],
  ])('%s: refused in words, kept nowhere', async (_, headers, payload, expected) => {
    const answer = await send({
      url: '/api/imports/runs?kind=compounds',
      headers,
      ...(payload === undefined ? {} : { payload }),
    })
    expect(answer.status).toBe(expected)
    expect(JSON.parse(answer.text).detail).toMatch(/[一-鿿]/)
    expect((await app.database.pool.query('SELECT 1 FROM imports.run')).rowCount).toBe(0)
  })

  test('a file name that climbs and a kind that is no kind harm nothing', async () => {
    const kind = await send({
      url: '/api/imports/runs?kind=__proto__',
      headers: multipart,
      payload: `${frame('file')}--x--\r\n`,
    })
    expect(kind.status).toBe(404)
    const climbing = await send({
      url: '/api/imports/runs?kind=compounds',
      headers: multipart,
      payload: `${frame('file', '../../../etc/passwd\u0001.csv')}--x--\r\n`,
    })
    expect([climbing.status, JSON.parse(climbing.text).fileName]).toEqual([200, 'passwd.csv'])
  })
})

const climbs = [
  '/../../etc/passwd',
  '/..%2f..%2fetc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/../../../package.json',
  '/..%5c..%5cpackage.json',
  '//etc/passwd',
  '/.built',
  '/.git/config',
  '/%E0%A4%A',
  '/a%00.js',
]

test('no address climbs out of the site’s folder, opens its hidden files, or leads to another host', async () => {
  for (const url of [...climbs, '//evil.example/%2e%2e', '/\\evil.example', '/assets//evil.example/'])
    for (const accept of ['*/*', 'text/html']) {
      const { status, text, headers } = await send({ method: 'GET', url, headers: { accept } })
      expect([url, status < 300 || status === 400 || status === 404]).toEqual([url, true])
      expect([url, headers.location, /root:|"dependencies"|\[core\]/.test(text)]).toEqual([
        url,
        undefined,
        false,
      ])
      if (status >= 400) expect(JSON.parse(text).detail).toMatch(/[一-鿿]/)
    }
})

test('every answer, also a refusal and a missing page, forbids foreign scripts, frames and guessed types', async () => {
  const urls = ['/', '/healthz', '/api/nothing', compounds, '/api/organisations/compounds/x', '/no-such-page']
  for (const url of urls) {
    const { headers } = await send({ method: 'GET', url })
    expect([url, headers['x-content-type-options']]).toEqual([url, 'nosniff'])
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*unsafe/)
  }
})
