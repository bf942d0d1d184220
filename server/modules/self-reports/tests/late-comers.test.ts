import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCompound } from '../../../../contracts/organisations/staff.ts'
import * as contract from '../../../../contracts/self-reports/staff.ts'
import { visitor } from '../../../access/actor.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { score } from '../../evaluation/testing/small-city.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting
beforeAll(async () => {
  it = await reporting()
})
afterAll(() => it.app.close())

/** A compound that its enterprise takes over and the bureau records after the self-reports were opened. */
async function recordedLater(name: string, firm: string): Promise<void> {
  const { pool } = it.app.database
  const { rows } = await pool.query<{ code: string }>(
    `SELECT code FROM organisations.published_place WHERE id = $1`,
    [it.city.communityId],
  )
  const { body, status } = await it.city.people.city.call(createCompound, {
    body: {
      community: rows[0]?.code ?? '',
      name,
      validFrom: '2020-01-01',
      type: 'existing',
      managementMode: 'enterprise',
      households: 300,
      buildings: 5,
      area: '30000',
      enclosure: 'closed',
      renovatedOn: null,
      committeeImpossibleReason: null,
    },
  })
  expect(status).toBe(200)
  await pool.query(
    `INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from) VALUES ($1, $2, $3, $4, '2024-01-01')`,
    [randomUUID(), firm, body.id, name],
  )
  await score(it.city.people.city, it.roundId)
}
const drafts = async (person: Person) =>
  (await person.call(contract.listReports, { query: { kind: 'compound' } })).body.rows.map(({ name }) => name)

test('a compound that was recorded later has its report when its enterprise looks, and is filled in like any other', async () => {
  const { firmA, firmB } = it.city.people
  await recordedLater('后来花园', it.city.firmA)
  expect(await drafts(firmB)).not.toContain('后来花园')
  expect(await drafts(firmA)).toContain('后来花园')
  const { body } = await firmA.call(contract.listReports, { query: { text: '后来花园' } })
  const id = body.rows[0]?.id ?? ''
  expect((await firmA.call(contract.acceptRest, { params: { id }, body: {} })).status).toBe(200)
  await firmA.call(contract.listReports, { query: {} })
  const { rows } = await it.app.database.pool.query(
    `SELECT summary FROM platform.audit_entry WHERE summary LIKE '%开启自评申报'`,
  )
  expect(rows).toEqual([{ summary: '为后加入评价的 1 个对象开启自评申报' }])
})

test('or the next morning, when its enterprise is told of it once', async () => {
  await recordedLater('更晚花园', it.city.firmB)
  const source = it.app.modules
    .flatMap(({ reminders = [] }) => reminders)
    .find(({ name }) => name === 'self-reports.late-comers')
  const ctx = { ...it.app.context, actor: visitor(it.clock.today()) }
  const told = await source?.due(ctx, it.clock.today())
  expect(told).toMatchObject([
    { to: expect.arrayContaining([{ bodyId: it.city.firmB, roles: ['enterprise'] }]) },
  ])
  expect(await source?.due(ctx, it.clock.today())).toEqual([])
  expect(await drafts(it.city.people.firmB)).toContain('更晚花园')
})
