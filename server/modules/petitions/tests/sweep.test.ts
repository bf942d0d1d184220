import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { notices } from '../../notices/queries/notices.ts'
import type { KeptEvent } from '../rules/events.ts'
import { anotherServer, type DueCity, dueCity } from './due-city.ts'

let here: DueCity
const sweep = () => here.app.petitions.sweep(here.app.context)
const told = (events: readonly KeptEvent[]) =>
  events.map((event) => (event.kind === 'climbed' ? `climbed ${event.data.to}` : event.kind))

beforeAll(async () => {
  here = await dueCity('2026-11-23T09:00:00+08:00')
}, 60_000)
afterAll(() => here.app.close())

const noticesOf = (accountId: string) =>
  vi.waitFor(
    async () => {
      const { rows } = await here.app.database.pool.query<{ n: number }>(
        `SELECT count(*)::integer AS n FROM platform.outbox WHERE kind = 'notice'`,
      )
      if (rows[0]?.n) throw new Error('still in the outbox')
      const actor = { id: accountId, displayName: '', today: here.clock.today(), grants: [] }
      const kept = await notices({ ...here.app.context, actor }, { limit: 50 })
      return kept.rows.toReversed()
    },
    { timeout: 10_000, interval: 50 },
  )
test('6.4.2 c: nobody signs: on the last day nothing climbs, after 24:00 the community is told, then the street', async () => {
  here.clock.moveTo('2026-11-23T09:00:00+08:00')
  const [id = ''] = await here.file(1, { phone: '13800138000' })
  here.clock.moveTo('2026-11-25T00:00:00+08:00')
  expect(await sweep()).toMatchObject({ claims: 1, warned: 1, climbed: 0 })
  here.clock.moveTo('2026-11-25T00:00:05+08:00')
  expect(await sweep()).toEqual({ claims: 1, warned: 0, overdue: 1, climbed: 1, resumed: 0 })
  expect(told(await here.after(id))).toEqual(['warned', 'overdue', 'climbed community'])
  const { rows } = await here.app.database.pool.query(
    'SELECT level, clock, due_at, leader_place_id, climbs FROM petitions.claim WHERE id = $1',
    [id],
  )
  expect(rows[0]).toMatchObject({
    level: 'community',
    clock: 'level',
    due_at: '2026-11-30T16:00:00.000Z',
    climbs: 1,
  })
  expect(rows[0].leader_place_id).toBe(here.city.communityId)
  here.clock.moveTo('2026-12-01T00:00:05+08:00')
  expect(await sweep()).toMatchObject({ overdue: 1, climbed: 1 })
  expect(told(await here.after(id)).slice(-2)).toEqual(['overdue', 'climbed street'])
  expect(await here.unlikeTheirEvents()).toEqual([])

  const [community, street, firm] = await Promise.all(
    [here.city.people.community, here.city.people.street, here.city.people.firmA].map((one) =>
      noticesOf(one.id),
    ),
  )
  expect(community).toMatchObject([{ link: `/petitions/claims/${id}` }])
  expect(community?.[0]?.zh).toMatch(/升级到社区，请督办/)
  expect(street?.[0]?.zh).toMatch(/升级到街道，请督办/)
  expect(firm?.map(({ zh }) => zh.slice(-10)).length).toBe(3)
  await vi.waitFor(() => expect(here.texts).toHaveLength(2), { timeout: 10_000 })
  expect(here.texts.map(({ text }) => /自动升级到(..)/.exec(text)?.[1])).toEqual(['社区', '街道'])
  expect(here.texts[0]?.phone).toBe('13800138000')
})

test('each batch leaves one line in the trail, with counts and a fingerprint, and nothing personal', async () => {
  const { rows } = await here.app.database.pool.query(
    `SELECT actor_id, resource_id, detail FROM platform.audit_entry WHERE verb = 'petitions.sweep' ORDER BY id`,
  )
  expect(rows.length).toBe(3)
  expect(rows[1]).toMatchObject({ actor_id: null, detail: { claims: 1, overdue: 1, climbed: 1 } })
  expect(rows[1].detail.hash).toMatch(/^[\w-]{43}$/)
})

test('a server that slept over a holiday catches up one level, and the next level’s term begins when it was told', async () => {
  here.clock.moveTo('2026-09-29T09:00:00+08:00')
  const [id = ''] = await here.file(1)
  here.clock.moveTo('2026-10-19T08:30:00+08:00')
  await sweep()
  await sweep()
  expect(told(await here.after(id))).toEqual(['overdue', 'climbed community'])
  const { rows } = await here.app.database.pool.query('SELECT due_at FROM petitions.claim WHERE id = $1', [
    id,
  ])
  expect(rows[0].due_at).toBe('2026-10-22T16:00:00.000Z')
})

test('two servers that sweep at once, and again and again, move each claim once', async () => {
  here.clock.moveTo('2026-11-04T06:00:00+08:00')
  await sweep()
  here.clock.moveTo('2026-11-02T09:00:00+08:00')
  const ids = await here.file(2_500)
  here.clock.moveTo('2026-11-04T06:00:00+08:00')
  const other = await anotherServer(here)
  const swept = await Promise.all([
    sweep(),
    other.petitions.sweep(other.context),
    sweep(),
    other.petitions.sweep(other.context),
  ])
  await other.close()
  expect(swept.reduce((sum, { climbed }) => sum + climbed, 0)).toBe(2_500)
  const { rows } = await here.app.database.pool.query(
    `SELECT kind, count(*)::integer AS n, count(DISTINCT claim_id)::integer AS claims FROM petitions.claim_event
      WHERE claim_id = ANY($1) AND kind IN ('overdue', 'climbed') GROUP BY kind ORDER BY kind`,
    [ids],
  )
  expect(rows).toEqual([
    { kind: 'climbed', n: 2_500, claims: 2_500 },
    { kind: 'overdue', n: 2_500, claims: 2_500 },
  ])
  const community = await noticesOf(here.city.people.community.id)
  expect(community.at(-1)?.zh).toMatch(/^\d+ 件诉求超期未办，升级到社区/)
  expect(community.length).toBeLessThan(12)
  expect(await here.unlikeTheirEvents()).toEqual([])
}, 60_000)

test('a claim in somebody’s hands is left for the next sweep', async () => {
  here.clock.moveTo('2026-11-09T09:00:00+08:00')
  const [id = ''] = await here.file(1)
  here.clock.moveTo('2026-11-11T09:00:00+08:00')
  const client = await here.app.database.pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT FROM petitions.claim WHERE id = $1 FOR NO KEY UPDATE', [id])
  await sweep()
  expect(await here.after(id)).toEqual([])
  await client.query('ROLLBACK')
  client.release()
  await sweep()
  expect(told(await here.after(id))).toEqual(['overdue', 'climbed community'])
})

test('a stop ends by itself after its cap; with the clock put back nothing is written before what stands', async () => {
  here.clock.moveTo('2026-11-09T09:00:00+08:00')
  const at = (text: string) => new Date(`2026-11-${text}:00+08:00`).toISOString()
  const [id = ''] = await here.file(1, {
    events: [
      { kind: 'signed', at: at('09T10:00'), by: null, data: { inTime: true } },
      { kind: 'suspended', at: at('10T10:00'), by: null, data: { days: 2, reason: '' } },
    ],
  })
  here.clock.moveTo('2026-11-12T23:59:00+08:00')
  await sweep()
  expect(told(await here.after(id)).slice(2)).toEqual([])
  here.clock.moveTo('2026-11-13T00:00:05+08:00')
  expect(await sweep()).toMatchObject({ resumed: 1 })
  // Somebody puts the server's clock on by a month, the sweep climbs, and the clock is put right again.
  here.clock.moveTo('2026-12-13T09:00:00+08:00')
  await sweep()
  here.clock.moveTo('2026-11-13T09:00:00+08:00')
  await sweep()
  const history = await here.after(id)
  expect(told(history)).toEqual(['signed', 'suspended', 'resumed', 'overdue', 'climbed community'])
  expect(history.map(({ at: when }) => when)).toEqual(history.map(({ at: when }) => when).toSorted())
})

test('a claim whose events cannot be read holds up no other, and is named', async () => {
  here.clock.moveTo('2026-11-16T09:00:00+08:00')
  const [broken = '', sound = ''] = await here.file(2)
  await here.app.database.pool.query(
    `UPDATE petitions.claim_event SET kind = 'never-heard-of' WHERE claim_id = $1 AND seq = 3`,
    [broken],
  )
  here.clock.moveTo('2026-11-18T09:00:00+08:00')
  await expect(sweep()).rejects.toThrow(/诉求 SQ-\d+ 无法计时/)
  expect(told(await here.after(sound))).toEqual(['overdue', 'climbed community'])
  await here.app.database.pool.query('UPDATE petitions.claim SET next_at = NULL WHERE id = $1', [broken])
})
