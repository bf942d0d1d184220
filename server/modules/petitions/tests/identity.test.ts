import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDocument } from '../../../../contracts/documents/staff.ts'
import * as contract from '../../../../contracts/petitions/staff.ts'
import { rows } from '../../../platform/database/database.ts'
import { filed, later, photo, type WorkingCity, workingCity } from './working-city.ts'

const phone = '13700137001'
let city: WorkingCity
beforeAll(async () => {
  city = await workingCity()
})
afterAll(() => city.app.close())

test('whoever handles sees a mask; the full number is an audited act, and never stands in the trail', async () => {
  const { firm, community, elsewhere } = city.people
  const id = await filed(city, { reporterPhone: phone, reporterName: '测试乙' })
  const page = await firm.call(contract.getClaim, { params: { id } })
  expect(page.body.reporter.sealed).toBe(false)
  expect(JSON.stringify(page.body)).not.toContain(phone)
  const body = { purpose: 'handling' as const }
  expect((await firm.call(contract.seeReporter, { params: { id }, body })).body).toEqual({
    name: '测试乙',
    phone,
  })
  expect((await community.call(contract.seeReporter, { params: { id }, body })).status).toBe(200)
  expect((await elsewhere.call(contract.seeReporter, { params: { id }, body })).status).toBe(404)
  const trail = await rows(
    city.app.database.db,
    sql<{
      line: string
    }>`SELECT e::text AS line FROM platform.audit_entry e WHERE e.verb = 'petitions.see-reporter'`,
  )
  expect(trail).toHaveLength(2)
  expect(trail.map(({ line }) => line).join()).not.toContain(phone)
})

test('a sealed identity is opened by two persons, the second of a level above, for a week; the reporter is told', async () => {
  const { firm, community, street } = city.people
  const id = await filed(city, { reporterPhone: phone, reporterName: '测试丙', sealed: true })
  const params = { id }
  const page = await community.call(contract.getClaim, { params })
  expect(page.body.reporter).toMatchObject({ sealed: true, mask: '' })
  for (const person of [firm, community, street])
    expect(
      (await person.call(contract.seeReporter, { params, body: { purpose: 'visit' } })).body,
    ).toMatchObject({
      code: 'petitions.identity-sealed',
    })
  const ask = { params, body: { reason: '需上门核实漏水点' } }
  expect((await firm.call(contract.askOpening, ask)).status).toBe(403)
  const { body: asked } = await community.call(contract.askOpening, ask)
  expect((await community.call(contract.askOpening, ask)).body).toMatchObject({
    code: 'petitions.opening-asked',
  })
  const settle = { params: { id: asked.id }, body: { agreed: true } }
  expect((await community.call(contract.settleOpening, settle)).status).toBe(403)
  expect(
    (await community.call(contract.seeOpened, { params: { id: asked.id }, body: {} })).body,
  ).toMatchObject({
    code: 'petitions.not-opened',
  })
  expect((await street.call(contract.listOpenings, { query: { state: 'asked' } })).body.rows).toMatchObject([
    { id: asked.id, can: { 'petitions.settle-opening': true } },
  ])
  expect((await street.call(contract.settleOpening, settle)).body).toMatchObject({ state: 'agreed' })
  expect((await street.call(contract.settleOpening, settle)).body).toMatchObject({
    code: 'petitions.opening-settled',
  })
  const look = () => city.people.community.call(contract.seeOpened, { params: { id: asked.id }, body: {} })
  expect((await community.call(contract.seeOpened, { params: { id: asked.id }, body: {} })).body).toEqual({
    name: '测试丙',
    phone,
  })
  expect((await street.call(contract.seeOpened, { params: { id: asked.id }, body: {} })).status).toBe(404)
  const events = await rows(
    city.app.database.db,
    sql<{ kind: string }>`SELECT kind FROM petitions.claim_event WHERE claim_id = ${id}`,
  )
  expect(events.map(({ kind }) => kind)).toContain('identity-opened')
  const told = await rows(
    city.app.database.db,
    sql<{ line: string }>`SELECT o::text AS line FROM platform.outbox o WHERE o.kind = 'text'`,
  )
  expect(told.map(({ line }) => line).join()).not.toContain(phone)
  await later(city, 8 * 24)
  expect((await look()).status).toBeOneOf([403, 404])
})

test('6.4.4: a complaint about the firm is the office’s; the firm is asked besides and learns neither who nor what was brought', async () => {
  const { community, firm } = city.people
  const document = await photo(city, community)
  const [category] = await rows(
    city.app.database.db,
    sql<{
      code: string
    }>`SELECT code FROM petitions.category WHERE about_firm AND active ORDER BY length(code) DESC LIMIT 1`,
  )
  const id = await filed(city, { category: category?.code, documentIds: [document], reporterPhone: phone })
  const params = { id }
  const page = await firm.call(contract.getClaim, { params })
  expect(page.body).toMatchObject({ aboutFirm: true, evidence: [], reporter: { mask: '', sealed: true } })
  expect(page.body.handler?.bodyId).toBeNull()
  expect(page.body.events[0]).toMatchObject({ kind: 'filed', by: null })
  expect((await firm.call(getDocument, { params: { id: document } })).status).toBe(404)
  expect((await firm.call(contract.seeReporter, { params, body: { purpose: 'handling' } })).status).toBe(403)
  expect((await firm.call(contract.signClaim, { params, body: {} })).status).toBe(403)
  expect((await firm.call(contract.noteClaim, { params, body: { note: '我单位情况说明' } })).status).toBe(200)
  const beside = await firm.call(contract.handlerDesk, { query: { tab: 'beside' } })
  expect(beside.body.rows.map((row) => row.id)).toContain(id)
  const to = { bodyId: city.firmId }
  expect(
    (await community.call(contract.transferClaim, { params, body: { to, reason: '转给企业办理' } })).body,
  ).toMatchObject({
    code: 'petitions.about-the-firm',
  })
})

test('a department to which a claim is passed sees its photos as long as it has it', async () => {
  const { community, department, street } = city.people
  await sql`INSERT INTO petitions.duty (id, category, place_id, body_id, basis, valid_from)
    VALUES (gen_random_uuid(), NULL, ${city.left}, ${city.departmentId}, '测试职责清单', '2026-01-01')`.execute(
    city.app.database.db,
  )
  const document = await photo(city, community)
  const id = await filed(city, { placeId: city.left, documentIds: [document] })
  const params = { id }
  expect((await department.call(contract.getClaim, { params })).body.handler).toMatchObject({
    bodyId: city.departmentId,
  })
  const away = { to: { placeId: city.places.get('150203001000') as string }, reason: '由街道牵头' }
  expect((await department.call(getDocument, { params: { id: document } })).status).toBe(200)
  await department.call(contract.signClaim, { params, body: {} })
  expect((await street.call(contract.transferClaim, { params, body: away })).status).toBe(200)
  expect((await department.call(getDocument, { params: { id: document } })).status).toBe(404)
  const back = { to: { bodyId: city.departmentId }, reason: '属执法事项' }
  expect((await street.call(contract.transferClaim, { params, body: back })).status).toBe(200)
  expect((await department.call(getDocument, { params: { id: document } })).status).toBe(200)
})
