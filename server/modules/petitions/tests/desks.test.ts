import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/petitions/staff.ts'
import { getWorklist } from '../../../../contracts/worklist/staff.ts'
import { exportedSheet } from '../../../platform/testing/exported.ts'
import { answered, filed, type WorkingCity, workingCity } from './working-city.ts'

let city: WorkingCity
let open: string[]
let waiting: string
beforeAll(async () => {
  city = await workingCity()
  open = []
  for (let i = 0; i < 5; i++) {
    open.push(await filed(city))
    city.clock.moveBy(0.05)
  }
  waiting = await answered(city)
})
afterAll(() => city.app.close())

test('a handler’s desk holds what is in hand, what runs out next first, page by page; nobody else’s', async () => {
  const { firm, head, department, community } = city.people
  const ids: string[] = []
  let after: string | undefined
  do {
    const { body } = await firm.call(contract.handlerDesk, {
      query: { limit: '2', ...(after ? { after } : {}) },
    })
    ids.push(...body.rows.map((row) => row.id))
    after = body.next ?? undefined
  } while (after)
  expect(ids.toSorted()).toEqual(open.toSorted())
  const { body: heads } = await head.call(contract.handlerDesk)
  expect(heads.rows.map((row) => row.id)).toEqual(ids)
  expect(heads.rows[0]?.can).toMatchObject({
    'petitions.sign': true,
    'petitions.answer': false,
    'petitions.review': false,
  })
  expect((await department.call(contract.handlerDesk)).body.rows).toEqual([])
  expect((await community.call(contract.handlerDesk)).body.rows).toEqual([])
  const { body: others } = await firm.call(contract.handlerDesk, { query: { tab: 'answered' } })
  expect(others.rows.map((row) => row.id)).toEqual([waiting])
})

test('the supervisor’s tabs and their counts agree; a foreign community sees none of it', async () => {
  const { community, elsewhere, firm } = city.people
  const { body } = await community.call(contract.supervisorCounts)
  for (const tab of contract.supervisorTabs) {
    const { body: page } = await community.call(contract.supervisorDesk, { query: { tab } })
    expect([tab, page.rows.length]).toEqual([tab, body.counts[tab]])
  }
  expect(body.counts['to-review']).toBe(1)
  expect((await elsewhere.call(contract.supervisorCounts)).body.counts['to-review']).toBe(0)
  expect((await firm.call(contract.supervisorCounts)).status).toBe(403)
})

test('claims are found by number, category, place, level, channel, period and what runs late; a made-up page key is refused', async () => {
  const { street, auditor } = city.people
  const all = await auditor.call(contract.listClaims)
  expect(all.body.rows).toHaveLength(6)
  const number = all.body.rows[0]?.number as string
  const found = async (query: object) => (await street.call(contract.listClaims, { query })).body.rows.length
  expect(await found({ text: number })).toBe(1)
  expect(await found({ text: '不存在的地方' })).toBe(0)
  expect(
    await found({
      category: '01',
      place: city.served,
      channel: 'counter',
      from: '2026-11-23',
      to: '2026-11-23',
      open: 'yes',
    }),
  ).toBe(6)
  expect(await found({ overdue: 'yes' })).toBe(0)
  expect(await found({ state: 'answered', key: 'no' })).toBe(1)
  expect((await street.call(contract.listClaims, { query: { after: "x' OR 1=1" } })).status).toBe(400)
})

test('ledgers: the problem list and the work ledger as printed, the month by office and body, heat by week', async () => {
  const { street } = city.people
  const ledger = await street.call(contract.workLedger)
  expect(ledger.body.rows.find((row) => row.id === waiting)).toMatchObject({
    plan: '安排电工更换灯具',
    answer: '楼道灯已更换，恢复照明。',
  })
  const month = { from: '2026-11-01', to: '2026-11-30' }
  for (const by of ['compound', 'community', 'street', 'body'] as const) {
    const { body } = await street.call(contract.monthlyLedger, { query: { ...month, by } })
    expect([by, body.rows]).toMatchObject([
      by,
      [{ received: 6, answered: 1, answeredInTime: 1, closed: 0, solved: 0 }],
    ])
  }
  const heat = await street.call(contract.claimHeat, { query: month })
  expect(heat.body.rows).toMatchObject([{ total: 6, category: '01' }])
  expect(heat.body.rows[0]?.counts).toHaveLength(heat.body.weeks.length)
  expect(
    (await street.call(contract.claimHeat, { query: { from: '2020-01-01', to: '2026-01-01' } })).status,
  ).toBe(422)
  for (const path of [
    'problem-list/export',
    'work-ledger/export',
    'key-issues/export',
    'monthly/export?from=2026-11-01&to=2026-11-30',
    'whistles/export',
  ]) {
    const sheet = await exportedSheet(city.app, street, `/api/petitions/${path}`)
    expect(sheet.getRow(2).getCell(1).text).toContain('制表日期')
  }
})

test('the first page says what to sign for, review and how it stands', async () => {
  const { firm, community } = city.people
  const ofFirm = (await firm.call(getWorklist)).body
  expect(ofFirm.todos).toContainEqual(expect.objectContaining({ id: 'petitions-to-sign', count: 5 }))
  expect(ofFirm.figures).toContainEqual(expect.objectContaining({ id: 'petitions-open', value: '6' }))
  expect((await community.call(getWorklist)).body.todos).toContainEqual(
    expect.objectContaining({ id: 'petitions-to-review', count: 1 }),
  )
})

test('a claim’s page says why its deadline is what it is, what comes next, and what may be done', async () => {
  const { body } = await city.people.firm.call(contract.getClaim, { params: { id: open[0] as string } })
  expect(body.deadline?.steps.length).toBeGreaterThan(1)
  expect(body.next.zh).toContain('签收')
  expect(body.can).toMatchObject({
    'petitions.sign': true,
    'petitions.return': true,
    'petitions.review': false,
    'petitions.accept': false,
  })
  const { body: choices } = await city.people.community.call(contract.listHandlers, {
    params: { id: open[0] as string },
  })
  expect(choices.proposed).toMatchObject({ bodyId: city.firmId, why: '物业服务合同' })
  expect(choices.others.map(({ level }) => level)).toContain('street')
})
