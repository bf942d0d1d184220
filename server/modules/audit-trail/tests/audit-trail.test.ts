import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as accounts from '../../../../contracts/accounts/staff.ts'
import * as contract from '../../../../contracts/audit-trail/staff.ts'
import { perform } from '../../../access/action.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { sealAll } from '../../../platform/audit/sealer.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'

let app: TestApp
let city: Person
let auditor: Person
let district: string

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  auditor = await app.person({ role: 'auditor', placeId: app.cityId })
  const { rows } = await perform(await city.ctx(), recordPlacesAction, [
    {
      row: 2,
      cells: {
        code: '150203000000',
        name: '昆都仑区',
        kind: 'district',
        parent: '150200000000',
        inBuiltUpArea: true,
        validFrom: '2020-01-01',
      },
    },
  ])
  district = rows[0]?.id as string
})
afterAll(() => app.close())

const seal = () =>
  sealAll({
    db: app.database.db,
    keys: app.context.keys,
    clock: app.context.clock,
    file: app.sealFile,
    warn: () => undefined,
  })

test('the trail lists who did what, latest first, with the seal over it once there is one', async () => {
  const fresh = (
    await auditor.call(contract.listEntries, { query: { verb: 'organisations.change-divisions' } })
  ).body.rows
  expect(fresh).toHaveLength(1)
  expect(fresh[0]).toMatchObject({ actorAccount: city.account, resource: 'sheet.places', seal: null })
  await seal()
  const [sealed] = (
    await auditor.call(contract.listEntries, { query: { verb: 'organisations.change-divisions' } })
  ).body.rows
  expect(sealed?.seal).toBe(1)
})

test('filters by actor, verb, resource, id and days; the next page follows by key without repeating or skipping', async () => {
  const count = async (query: object) =>
    (await auditor.call(contract.listEntries, { query })).body.rows.length
  expect(await count({ actor: city.account })).toBe(2)
  expect(await count({ actor: 'nobody' })).toBe(0)
  expect(await count({ resource: 'accounts.account', resourceId: city.id })).toBe(1)
  expect(await count({ from: '2026-11-23', to: '2026-11-23' })).toBeGreaterThan(0)
  expect([await count({ from: '2026-11-24' }), await count({ to: '2026-11-22' })]).toEqual([0, 0])
  const all = (await auditor.call(contract.listEntries, { query: { limit: 200 } })).body.rows.map(
    (row) => row.id,
  )
  const paged: number[] = []
  let after: string | undefined
  do {
    const { body } = await auditor.call(contract.listEntries, {
      query: { limit: 1, ...(after ? { after } : {}) },
    })
    paged.push(...body.rows.map((row) => row.id))
    after = body.next ?? undefined
  } while (after)
  expect(paged).toEqual(all)
})

test('one entry opens with its detail; a sealed personal field shows as 已加密', async () => {
  await recordAudit(app.database.db, app.context.keys, {
    at: app.context.clock.now().toISOString(),
    actorId: city.id,
    verb: 'trial.person',
    line: {
      resource: 'trial',
      id: '7',
      summary: '演示',
      detail: { before: { phone: app.context.keys.seal('13800000000') }, rows: 2 },
    },
  })
  const [row] = (await auditor.call(contract.listEntries, { query: { verb: 'trial.person' } })).body.rows
  const opened = await auditor.call(contract.getEntry, { params: { id: row?.id as number } })
  expect(opened.body.detail).toEqual({ before: { phone: '（已加密）' }, rows: 2 })
  expect((await auditor.call(contract.getEntry, { params: { id: 999_999 } })).status).toBe(404)
})

test('only roles of the whole city see it; an auditor of a district is told why, others have no such right', async () => {
  const ofDistrict = await app.person({ role: 'auditor', placeId: district })
  for (const endpoint of [contract.listEntries, contract.trailStatus] as const) {
    const refused = await ofDistrict.call(endpoint)
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      403,
      expect.stringContaining('只有管辖全市'),
    ])
    expect((await city.call(endpoint)).status).toBe(403)
  }
  const admin = await app.person({ role: 'audit-admin', placeId: app.cityId })
  expect((await admin.call(contract.listEntries)).status).toBe(200)
})

test('a verification is kept, shown, and itself on the trail; after tampering it names the entry', async () => {
  await seal()
  expect((await auditor.call(contract.trailStatus)).body.lastVerification).toBeNull()
  const sound = await auditor.call(contract.verifyTrail, { body: {} })
  expect(sound.body).toMatchObject({ ok: true, findings: [], unsealed: 0 })
  const owner = new pg.Client({ connectionString: app.migratorUrl })
  await owner.connect()
  await owner.query(`UPDATE platform.audit_entry SET summary = '改过' WHERE verb = 'trial.person'`)
  await owner.end()
  const found = await auditor.call(contract.verifyTrail, { body: {} })
  expect(found.body.ok).toBe(false)
  expect(found.body.findings[0]?.zh).toMatch(/第 \d+ 条记录被改动或伪造/)
  const shown = (await auditor.call(contract.trailStatus)).body
  expect(shown.lastVerification).toMatchObject({ ok: false, byName: expect.stringContaining('测试') })
  expect(shown.unsealed.count).toBe(2)
  const trail = (await auditor.call(contract.listEntries, { query: { verb: 'audit-trail.verify' } })).body
    .rows
  expect(trail.map((row) => row.summary)).toEqual(['校验审计记录：发现 1 处异常', '校验审计记录：完好'])
})

test('what organisations and accounts leave in the trail holds no password and no phone in the clear', async () => {
  const admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  const made = await admin.call(accounts.createAccount, {
    body: { account: 'trail-check', displayName: '演示', grants: [] },
  })
  const reset = await admin.call(accounts.resetPassword, { params: { id: made.body.id }, body: {} })
  const { rows } = await app.database.pool.query(
    'SELECT summary || detail::text AS text FROM platform.audit_entry',
  )
  const all = rows.map((row) => row.text).join('\n')
  for (const secret of [made.body.oneTimePassword, reset.body.oneTimePassword, '13800000000'])
    expect(all).not.toContain(secret)
})
