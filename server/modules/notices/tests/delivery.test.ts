import { afterAll, beforeAll, expect, test } from 'vitest'
import { countUnread, listNotices, markAllRead, markRead } from '../../../../contracts/notices/staff.ts'
import { defineAction, perform } from '../../../access/action.ts'
import type { Audience, Telling } from '../../../access/tell.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { deliver } from '../actions/deliver.ts'
import { drained, outboxSize, tell } from './told.ts'

let app: TestApp
let district: string
let street: string
const bodyId = '0190aaaa-0000-7000-8000-000000000001'
let people: Record<'city' | 'district' | 'street' | 'firm', Person>

beforeAll(async () => {
  app = await testApp()
  const city = await app.person({ role: 'city-official', placeId: app.cityId })
  const cells = { inBuiltUpArea: true, validFrom: '2020-01-01' }
  const { rows } = await perform(await city.ctx(), recordPlacesAction, [
    {
      row: 2,
      cells: { ...cells, code: '150203000000', name: '昆都仑区', kind: 'district', parent: '150200000000' },
    },
    {
      row: 3,
      cells: { ...cells, code: '150203001000', name: '少先路街道', kind: 'street', parent: '150203000000' },
    },
  ])
  district = rows[0]?.id as string
  street = rows[1]?.id as string
  people = {
    city,
    district: await app.person({ role: 'district-official', placeId: district }),
    street: await app.person({ role: 'street-official', placeId: street }),
    firm: await app.person({ role: 'enterprise', bodyId }),
  }
})
afterAll(() => app.close())

let count = 0
const telling = (...to: Audience[]): Telling => ({
  to,
  zh: `第 ${++count} 件事：张三（演示数据）`,
  en: `Matter ${count}`,
  link: '/evaluation',
})
const officials = ['city-official', 'district-official', 'street-official'] as const

async function heardBy({ zh }: Telling): Promise<string[]> {
  const found: string[] = []
  for (const [name, person] of Object.entries(people)) {
    const { body } = await person.call(listNotices)
    if (body.rows.some((row) => row.zh === zh)) found.push(name)
  }
  return found
}

test('an audience is whoever holds the role there today: at a place, above it, below it, for a body, one account', async () => {
  const cases: [Telling, string[]][] = [
    [telling({ placeId: district, roles: officials, reach: 'at' }), ['district']],
    [telling({ placeId: district, roles: officials, reach: 'above' }), ['city', 'district']],
    [telling({ placeId: district, roles: officials, reach: 'below' }), ['district', 'street']],
    [telling({ placeId: app.cityId, roles: ['street-official'], reach: 'below' }), ['street']],
    [telling({ bodyId }), ['firm']],
    [telling({ bodyId, roles: ['committee'] }), []],
    [telling({ accountId: people.street.id }, { bodyId }), ['street', 'firm']],
  ]
  await tell(app, ...cases.map(([one]) => one))
  await drained(app)
  for (const [one, names] of cases) expect([one.to, await heardBy(one)]).toEqual([one.to, names])
})

test('a person named twice hears once; the same key tells the same person once, at whatever time', async () => {
  const twice = telling({ accountId: people.city.id }, { placeId: app.cityId, roles: officials, reach: 'at' })
  const keyed = { ...telling({ accountId: people.city.id }), key: 'term 2026-12-01' }
  await tell(app, twice, keyed, keyed)
  await drained(app)
  await tell(app, keyed, { ...keyed, to: [{ accountId: people.firm.id }] })
  await drained(app)
  const texts = (await people.city.call(listNotices)).body.rows.map((row) => row.zh)
  expect(texts.filter((zh) => zh === twice.zh)).toHaveLength(1)
  expect(texts.filter((zh) => zh === keyed.zh)).toHaveLength(1)
  expect(await heardBy(keyed)).toEqual(['city', 'firm'])
})

test('an action tells in its own transaction; one that is refused tells nobody, and none keeps a name in clear', async () => {
  const told = telling({ accountId: people.city.id })
  const act = defineAction({
    verb: 'notices.mark-read',
    on: () => 'anywhere' as const,
    async run(_ctx, { fails }: { fails: boolean }) {
      if (fails) throw refuse('not-found')
      return {
        answer: {},
        audit: { resource: 'notices.notice', id: '-', summary: '测试' },
        tells: [told],
        events: [],
      }
    },
  })
  const ctx = await people.city.ctx()
  await expect(perform(ctx, act, { fails: true })).rejects.toThrow('platform.not-found')
  expect(await outboxSize(app)).toBe(0)
  await perform(ctx, act, { fails: false }, 'key-1')
  await perform(ctx, act, { fails: false }, 'key-1')
  await drained(app)
  const texts = (await people.city.call(listNotices)).body.rows.map((row) => row.zh)
  expect(texts.filter((zh) => zh === told.zh)).toHaveLength(1)
  const { rows } = await app.database.pool.query(`SELECT text FROM notices.notice`)
  expect(rows.map((row) => row.text).join()).not.toContain('张三')
})

test('workers of several processes that drain at once tell everybody once', async () => {
  const all = Array.from({ length: 300 }, () => telling({ accountId: people.street.id }))
  await tell(app, ...all)
  const post = { sendsMail: false, warn: () => undefined }
  await Promise.all([1, 2, 3].map(() => deliver(app.context, post)))
  await drained(app)
  const { rows } = await app.database.pool.query(
    `SELECT count(*)::integer AS n FROM notices.notice WHERE account_id = $1`,
    [people.street.id],
  )
  expect(rows[0].n).toBeGreaterThanOrEqual(300)
  expect(rows[0].n).toBeLessThan(310)
})

test('a message that cannot be passed on waits by itself and holds up no other', async () => {
  const broken = { ...telling(), to: [{ accountId: 'no-uuid' }] } as Telling
  const sound = telling({ accountId: people.firm.id })
  await tell(app, broken, sound)
  await expect.poll(() => heardBy(sound), { timeout: 10_000 }).toEqual(['firm'])
  const { rows } = await app.database.pool.query(`SELECT tries, fault FROM platform.outbox`)
  expect(rows).toEqual([{ tries: 1, fault: expect.stringContaining('uuid') }])
  await app.database.pool.query(`DELETE FROM platform.outbox`)
})

test('unread stand first; read is read, all at once only what was in sight, and nobody reads another’s', async () => {
  const reader = await app.person({ role: 'auditor', placeId: app.cityId })
  const to = { accountId: reader.id }
  const three = [telling(to), { ...telling(to), due: '2026-12-01' }, telling(to)]
  await tell(app, ...three)
  await drained(app)
  const listed = (await reader.call(listNotices)).body.rows
  expect(listed.map((row) => [row.due, row.readAt])).toEqual([
    [null, null],
    ['2026-12-01', null],
    [null, null],
  ])
  const [newest, middle] = listed
  const read = await reader.call(markRead, { params: { id: newest?.id as string }, body: {} })
  expect(read.body).toEqual({ unread: 2 })
  expect((await reader.call(listNotices)).body.rows.at(-1)?.id).toBe(newest?.id)
  const first = (await reader.call(listNotices, { query: { limit: 2 } })).body
  const rest = (await reader.call(listNotices, { query: { limit: 2, after: first.next as string } })).body
  expect([...first.rows, ...rest.rows].map((row) => row.id)).toEqual([middle?.id, listed[2]?.id, newest?.id])
  await tell(app, telling(to))
  await drained(app)
  const all = await reader.call(markAllRead, { body: { upTo: middle?.id as string } })
  expect(all.body).toEqual({ unread: 1 })
  expect((await reader.call(countUnread)).body).toEqual({ unread: 1 })
  const foreign = await people.firm.call(markRead, { params: { id: newest?.id as string }, body: {} })
  expect(foreign.status).toBe(404)
})
