import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/organisations/staff.ts'
import * as party from '../../../../contracts/party-organisations/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { communities, compoundCode, district, layGround, testUscc } from './ground.ts'

let app: TestApp
let city: Person
let organisers: Person
let compoundId: string
let enterpriseId: string

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  organisers = await app.person({ role: 'party-department', placeId: app.cityId })
  await layGround(city, 3)
  const made = await city.call(contract.createEnterprise, {
    body: {
      uscc: testUscc(1),
      name: '长安演示物业有限公司',
      kind: 'enterprise',
      seat: district,
      validFrom: '2015-01-01',
    },
  })
  enterpriseId = made.body.id
  await city.call(contract.createContract, {
    body: {
      uscc: testUscc(1),
      compound: compoundCode(0, 1),
      number: 'WY-1',
      from: '2024-01-01',
      to: '2026-12-31',
    },
  })
  await city.call(contract.createCommittee, {
    body: {
      compound: compoundCode(0, 1),
      name: '演示业委会',
      kind: 'owners-committee',
      seats: 5,
      electedOn: '2024-05-01',
      filedOn: '2024-05-10',
      termEndsOn: '2029-04-30',
    },
  })
  await city.call(contract.createStaff, {
    body: { compound: compoundCode(0, 1), kind: 'security', contracted: 6, actual: 5, asOf: '2026-09-30' },
  })
  await organisers.call(contract.createPost, {
    body: {
      body: testUscc(1),
      compound: compoundCode(0, 1),
      name: '张演示',
      phone: '138 0000 1234',
      role: 'project-head',
      from: '2024-01-01',
      partyStatus: 'member',
      attestedBy: '演示党委',
      attestedOn: '2026-01-01',
    },
  })
  compoundId = (await city.call(contract.listCompounds, { query: { text: compoundCode(0, 1) } })).body.rows[0]
    ?.id as string
})
afterAll(() => app.close())

test('a compound’s page shows provider, committee, posts masked, staff and what happened', async () => {
  const page = (await city.call(contract.getCompoundPage, { params: { id: compoundId } })).body
  expect(page.contracts.map((c) => [c.providerName, c.to, c.state])).toEqual([
    ['长安演示物业有限公司', '2026-12-31', 'running'],
  ])
  expect(page.committees[0]).toMatchObject({ name: '演示业委会', filedOn: '2024-05-10', to: null })
  expect(page.posts[0]).toMatchObject({ nameMask: '张**', phoneMask: '138****1234', partyStatus: 'member' })
  expect(page.staff).toMatchObject([{ contracted: 6, actual: 5 }])
  expect(JSON.stringify(page)).not.toContain('张演示')
})

test('a body’s page shows its contracts and posts; an enterprise sees its own and nobody else’s', async () => {
  const own = await app.person({ role: 'enterprise', bodyId: enterpriseId })
  const page = await own.call(contract.getBody, { params: { id: enterpriseId } })
  expect(page.body).toMatchObject({
    compounds: 1,
    contracts: [{ number: 'WY-1' }],
    posts: [{ role: 'project-head' }],
  })
  const rival = await city.call(contract.createEnterprise, {
    body: {
      uscc: testUscc(2),
      name: '演示二号',
      kind: 'enterprise',
      seat: district,
      validFrom: '2015-01-01',
    },
  })
  expect((await own.call(contract.getBody, { params: { id: rival.body.id } })).status).toBe(404)
  expect((await own.call(contract.listBodies, {})).body.rows.map((row) => row.id)).toEqual([enterpriseId])
})

test('Party status reaches only those it is meant for: a survey agency reads the post without it', async () => {
  const agency = await app.person({ role: 'survey-agency', placeId: app.cityId })
  const post = (await agency.call(contract.listPosts, { query: { compound: compoundId } })).body.rows[0]
  expect([post?.nameMask, post?.partyStatus, post?.attestedBy]).toEqual(['张**', null, null])
})

test('the whole name is shown only to whom the policy lets, and looking leaves its reason in the trail', async () => {
  const post = (await city.call(contract.listPosts, { query: { compound: compoundId } })).body.rows[0]
  const id = post?.id as string
  const seen = await city.call(contract.revealPerson, { params: { id }, body: { reason: '核对备案' } })
  expect(seen.body).toEqual({ name: '张演示', phone: '13800001234' })
  const { rows } = await app.database.pool.query(
    `SELECT actor_id, detail ->> 'reason' AS reason FROM platform.audit_entry WHERE verb = 'organisations.reveal-person'`,
  )
  expect(rows).toEqual([{ actor_id: city.id, reason: '核对备案' }])
  const evaluator = await app.person({ role: 'evaluator', placeId: app.cityId })
  expect(
    (await evaluator.call(contract.revealPerson, { params: { id }, body: { reason: '好奇看看' } })).status,
  ).toBe(403)
})

test('search: Chinese, pinyin (长安 is chang’an), initials, code; persons by the whole name or number only', async () => {
  const titles = async (text: string) =>
    (await city.call(contract.search, { query: { text } })).body.rows.map((row) => row.title)
  for (const typed of ['长安演示', 'changanyanshi', 'cays', testUscc(1), testUscc(1).toLowerCase()])
    expect(await titles(typed), typed).toContain('长安演示物业有限公司')
  expect(await titles(communities[0] as string)).toContain('第1社区')
  expect(await titles('演示1号苑')).toHaveLength(2)
  expect((await titles('昆都仑区'))[0]).toBe('昆都仑区')
  expect(await titles('张演示')).toEqual(['张**'])
  expect(await titles('13800001234')).toEqual(['张**'])
  for (const part of ['张演', '1380000', '%', '_']) expect(await titles(part), part).toEqual([])
  const neighbourhood = (await city.call(contract.listPlaces, { query: { text: communities[1] as string } }))
    .body.rows[0]
  const neighbour = await app.person({ role: 'community-official', placeId: neighbourhood?.id ?? '' })
  expect((await neighbour.call(contract.search, { query: { text: '张演示' } })).body.rows).toEqual([])
  expect((await neighbour.call(contract.search, { query: { text: '演示1号苑' } })).body.rows).toHaveLength(1)
})

test('a contract and a post end on their last day; status is withdrawn by the Party organisation', async () => {
  const running = (await city.call(contract.listContracts, { query: { compound: compoundId } })).body.rows[0]
  const over = await city.call(contract.endContract, {
    params: { id: running?.id as string },
    body: { lastDay: '2027-06-30', reason: '协商', version: 1 },
  })
  expect(over.status).toBe(422)
  expect(
    (
      await city.call(contract.endContract, {
        params: { id: running?.id as string },
        body: { lastDay: '2026-11-30', reason: '协商', version: 1 },
      })
    ).status,
  ).toBe(200)
  const post = (
    await city.call(contract.listPosts, { query: { compound: compoundId, role: 'project-head' } })
  ).body.rows[0]
  const id = post?.id as string
  expect(
    (
      await city.call(contract.attestPost, {
        params: { id },
        body: { partyStatus: null, attestedBy: null, attestedOn: null, version: 1 },
      })
    ).status,
  ).toBe(403)
  expect(
    (
      await organisers.call(contract.attestPost, {
        params: { id },
        body: { partyStatus: null, attestedBy: null, attestedOn: null, version: 1 },
      })
    ).status,
  ).toBe(200)
  expect(
    (await city.call(contract.endPost, { params: { id }, body: { lastDay: '2026-10-31', version: 2 } }))
      .status,
  ).toBe(200)
  expect(
    (await city.call(contract.listPosts, { query: { compound: compoundId, role: 'project-head' } })).body
      .rows,
  ).toEqual([])
  expect(
    (
      await city.call(contract.listPosts, {
        query: { compound: compoundId, role: 'project-head', past: 'yes' },
      })
    ).body.rows[0],
  ).toMatchObject({ to: '2026-10-31', partyStatus: null })
})

test('a body is edited by version, and lists page by key without repeating or losing a row', async () => {
  const edited = await city.call(contract.editBody, {
    params: { id: enterpriseId },
    body: {
      name: '长安演示物业集团',
      placeId: (await city.call(contract.getBody, { params: { id: enterpriseId } })).body.placeId,
      to: null,
      version: 1,
    },
  })
  expect(edited.body).toEqual({ version: 2 })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = (await city.call(contract.listBodies, { query: { limit: 1, ...(after ? { after } : {}) } }))
      .body
    seen.push(...page.rows.map((row) => row.id))
    after = page.next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength((await city.call(contract.listBodies, {})).body.rows.length)
})

test('Party organisations by form: the host is covered from the founding and until the end', async () => {
  const refused = await organisers.call(party.createPartyOrganisation, {
    body: {
      name: '演示支部',
      place: district,
      form: 'own',
      body: testUscc(1),
      formalMembers: 2,
      foundedOn: '2025-01-01',
    },
  })
  expect(JSON.stringify(refused.body)).toContain('支部工作条例第四条')
  const made = await organisers.call(party.createPartyOrganisation, {
    body: {
      name: '演示支部',
      place: district,
      form: 'own',
      body: testUscc(1),
      formalMembers: 3,
      foundedOn: '2025-01-01',
    },
  })
  const posted = await organisers.call(party.createCoverage, {
    body: {
      compound: compoundCode(0, 1),
      how: 'instructor',
      instructor: '李演示',
      phone: '13900001111',
      from: '2026-01-01',
    },
  })
  expect([made.status, posted.status]).toEqual([200, 200])
  const list = async () =>
    (await city.call(party.listCoverage, {})).body.rows.map((row) => [
      row.how,
      row.bodyName ?? row.compoundName,
      row.instructorMask,
    ])
  expect(await list()).toEqual([
    ['instructor', '演示1号苑', '李**'],
    ['own', '长安演示物业集团', null],
  ])
  const host = (await city.call(party.listCoverage, { query: { organisation: made.body.id } })).body.rows[0]
  expect(
    (
      await organisers.call(party.endCoverage, {
        params: { id: host?.id as string },
        body: { lastDay: '2026-01-01', version: 1 },
      })
    ).status,
  ).toBe(422)
  const few = await organisers.call(party.editPartyOrganisation, {
    params: { id: made.body.id },
    body: { form: 'own', formalMembers: 2, to: null, version: 1 },
  })
  expect(few.status).toBe(422)
  await organisers.call(party.editPartyOrganisation, {
    params: { id: made.body.id },
    body: { form: 'own', formalMembers: 3, to: '2026-11-01', version: 1 },
  })
  expect(await list()).toEqual([['instructor', '演示1号苑', '李**']])
  await organisers.call(party.endCoverage, {
    params: { id: posted.body.id },
    body: { lastDay: '2026-11-01', version: 1 },
  })
  expect(await list()).toEqual([])
  expect((await city.call(party.getPartyOrganisation, { params: { id: made.body.id } })).body).toMatchObject({
    to: '2026-11-01',
    coverage: [{ to: '2026-11-01' }],
  })
})
