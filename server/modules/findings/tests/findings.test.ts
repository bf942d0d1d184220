import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getPoint, getSubjectScore } from '../../../../contracts/evaluation/staff.ts'
import * as contract from '../../../../contracts/findings/staff.ts'
import { rows } from '../../../platform/database/database.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movableClock } from '../../../platform/clock/movable-clock.ts'
import * as made from '../../documents/tests/made-files.ts'
import { sendFile } from '../../documents/tests/sent-files.ts'
import { openAndScore, score, type SmallCity, smallCity } from '../../evaluation/testing/small-city.ts'
import { whileMoving } from '../../evaluation/testing/while-moving.ts'

const clock = movableClock('2026-03-02T09:00:00+08:00')
let app: TestApp
let city: SmallCity
let roundId: string
let enterpriseSubject: string
let compoundSubject: string

beforeAll(async () => {
  app = await testApp({ clock })
  city = await smallCity(app)
  roundId = await openAndScore(app, city.people.city)
  const subjects = await rows(
    app.database.db,
    sql<{ id: string; name: string }>`SELECT id, name FROM evaluation.subject WHERE round_id = ${roundId}`,
  )
  const named = (name: string) => subjects.find((one) => one.name === name)?.id ?? ''
  enterpriseSubject = named('示例甲物业')
  compoundSubject = named('幸福花园')
})
afterAll(() => app.close())

const paper = async (person: Person) =>
  (await sendFile(app, person, { bytes: await made.photo(), name: '认定书.jpg' })).body.id

const incidentForm = async (person: Person, more: object = {}) => ({
  year: 2026,
  row: '2-31',
  number: 'SG-2026-01',
  districtId: city.districtId,
  enterpriseId: city.firmA,
  severity: '一般',
  issuer: '示例区应急管理局',
  documentNumber: '示应急认字〔2026〕5号',
  foundOn: '2026-02-20',
  summary: '演示：电梯维修时发生坠落事故',
  documentIds: [await paper(person)],
  ...more,
})
const { district, firmA } = { district: () => city.people.district, firmA: () => city.people.firmA }
const record = async (person: Person, more: object = {}) =>
  await person.call(contract.recordIncident, { body: await incidentForm(person, more) })
const points = async (subject: string, row: string) => {
  await score(city.people.city, roundId)
  const { body } = await city.people.city.call(getSubjectScore, {
    params: { id: roundId, subjectId: subject },
  })
  return body.rows.find((one) => one.id === row)
}

let incidentId: string

test('an official finding is recorded by the bureau; the enterprise is told, sees it with its paper and states its view', async () => {
  expect((await record(city.people.street)).status).toBe(403)
  expect((await record(firmA())).status).toBe(403)
  const done = await record(district())
  expect(done.status).toBe(200)
  incidentId = done.body.id
  const { body } = await firmA().call(contract.getIncident, { params: { id: incidentId } })
  expect(body).toMatchObject({
    number: 'SG-2026-01',
    points: '5',
    enterpriseName: '示例甲物业',
    answered: false,
  })
  expect(body.evidence.map(({ name }) => name)).toEqual(['认定书.jpg'])
  expect((await city.people.firmB.call(contract.getIncident, { params: { id: incidentId } })).status).toBe(
    404,
  )
  const stated = await firmA().call(contract.stateOnIncident, {
    params: { id: incidentId },
    body: { text: '事故责任方为电梯维保单位，附责任认定。', documentIds: [await paper(firmA())] },
  })
  expect(stated.status).toBe(200)
  const seen = await district().call(contract.getIncident, { params: { id: incidentId } })
  expect(seen.body.statement).toMatchObject({ text: '事故责任方为电梯维保单位，附责任认定。' })
  expect(seen.body.statement?.evidence).toHaveLength(1)
})

test('C23: the same incident in two rows counts where it weighs most', async () => {
  expect((await points(enterpriseSubject, '2-31'))?.points).toBe('-5')
  expect((await record(district(), { row: '2-32', severity: '重大' })).status).toBe(200)
  expect((await points(enterpriseSubject, '2-32'))?.points).toBe('-10')
  expect((await points(enterpriseSubject, '2-31'))?.points).toBe('0')
  const { body } = await district().call(contract.getIncident, { params: { id: incidentId } })
  expect(body.alsoIn).toMatchObject([{ row: '2-32', severity: '重大' }])
})

test.each([
  ['a row that is not of the negative list', { row: '2-01' }, 422, 'findings.row-not-negative'],
  ['a severity beyond the scale', { severity: '99' }, 422, 'findings.severity-unknown'],
  [
    'a firm that serves nobody there',
    { enterpriseId: '00000000-0000-7000-8000-000000000000' },
    422,
    'findings.enterprise-unknown',
  ],
  ['a day that has not come', { foundOn: '2026-12-01' }, 422, 'findings.found-later'],
  ['the same incident twice', {}, 409, 'findings.incident-exists'],
  ['no document', { documentIds: [] }, 400, ''],
  ['2 MB of text', { summary: '长'.repeat(700_000) }, 400, ''],
])('%s is refused in words', async (_, more, status, code) => {
  const { status: found, body } = await record(district(), more)
  expect([found, JSON.stringify(body)]).toEqual([
    expect.toBeOneOf([status, status === 400 ? 413 : status]),
    expect.stringContaining(code),
  ])
})

test('another’s project, and a street as a district, are refused', async () => {
  const foreign = city.compounds[2]?.id
  expect((await record(district(), { number: 'x1', projectId: foreign })).body).toMatchObject({
    code: 'findings.not-served',
  })
  expect((await record(district(), { number: 'x2', districtId: city.streetId })).body).toMatchObject({
    code: 'findings.not-a-district',
  })
})

test('an amendment keeps what was said; of two who change it the second is told who; withdrawn it deducts nothing', async () => {
  const { documentIds, severity: _, ...form } = await incidentForm(district())
  const finding = { ...form, documentIds, severity: '较大', reason: '认定机关更正了事故等级' }
  const params = { id: incidentId }
  const first = await district().call(contract.amendIncident, { params, body: { ...finding, version: 1 } })
  expect(first).toMatchObject({ status: 200, body: { version: 2 } })
  const second = await city.people.city.call(contract.amendIncident, {
    params,
    body: { ...finding, documentIds: [await paper(city.people.city)], version: 1 },
  })
  expect(second).toMatchObject({ status: 409, body: { code: 'findings.incident-changed' } })
  const { body } = await firmA().call(contract.getIncident, { params })
  expect(body).toMatchObject({ severity: '较大', points: '10', reason: finding.reason })
  expect(body.earlier).toMatchObject([{ severity: '一般' }])
  const gone = await district().call(contract.withdrawIncident, {
    params,
    body: { reason: '经复核不属于该企业' },
  })
  expect(gone.body).toEqual({ state: 'withdrawn' })
  expect(
    (await district().call(contract.withdrawIncident, { params, body: { reason: '再撤一次看看' } })).status,
  ).toBe(409)
  expect((await points(enterpriseSubject, '2-31'))?.points).toBe('0')
})

const propose = (person: Person, more: object = {}) =>
  person.call(contract.proposeDecision, {
    body: {
      roundId,
      row: '1-22',
      kind: 'compound',
      placeId: city.compounds[0]?.id ?? '',
      subjectId: compoundSubject,
      ground: 'other',
      reason: '小区无电梯，没有可评价的事项',
      ...more,
    },
  })

test('two persons decide that a row does not apply; the decision’s name is the reason in the score and the point', async () => {
  const { body: offered } = await district().call(contract.listDecidableRows, {
    query: { round: roundId, kind: 'compound' },
  })
  const row = offered.rows.find(({ rulings }) => rulings.includes('C22'))?.id ?? ''
  const asked = { row, ground: 'C22', reason: '新交付小区，尚不具备成立条件' }
  expect((await propose(firmA(), asked)).status).toBe(403)
  const { status, body } = await propose(district(), asked)
  expect([status, body.subjects]).toEqual([200, 1])
  const params = { id: body.id }
  const settle = (person: Person, outcome: 'decided' | 'rejected' = 'decided') =>
    person.call(contract.settleDecision, { params, body: { outcome } })
  expect(await settle(district())).toMatchObject({ status: 403, body: { code: 'findings.own-proposal' } })
  expect(await settle(city.people.city, 'rejected')).toMatchObject({
    body: { code: 'findings.note-missing' },
  })
  expect((await settle(city.people.city)).body).toEqual({ state: 'decided', name: '不适用决定〔2026〕1号' })
  expect((await settle(city.people.city)).status).toBe(409)
  const shown = await points(compoundSubject, row)
  expect(shown).toMatchObject({ state: 'not-applicable' })
  expect(shown?.why).toContain('不适用决定〔2026〕1号（依据裁定C22）')
  const opened = await district().call(getPoint, {
    params: { id: roundId, subjectId: compoundSubject, row },
  })
  expect(JSON.stringify(opened.body.declared)).toContain('不适用决定〔2026〕1号')
  const withdrawn = await district().call(contract.withdrawDecision, {
    params,
    body: { reason: '业委会已于三月成立' },
  })
  expect(withdrawn.body).toEqual({ state: 'withdrawn' })
  expect((await points(compoundSubject, row))?.why).not.toContain('不适用决定')
})

test('a decision for all of a kind in a place reaches each of them, and numbers run on', async () => {
  const { body } = await propose(city.people.city, {
    placeId: city.districtId,
    subjectId: null,
    ground: 'other',
  })
  expect(body.subjects).toBe(3)
  const done = await district().call(contract.settleDecision, {
    params: { id: body.id },
    body: { outcome: 'decided' },
  })
  expect(done.body.name).toBe('不适用决定〔2026〕2号')
  const list = await district().call(contract.listDecisions, { query: { round: roundId } })
  expect(list.body.rows.map(({ name, subjects }) => [name, subjects])).toEqual([
    ['不适用决定〔2026〕2号', 3],
    ['不适用决定〔2026〕1号', 1],
  ])
})

test.each([
  ['a row of the negative list', { row: '2-31', kind: 'enterprise' }, 'findings.row-not-decidable'],
  ['a ruling that is silent on the row', { ground: 'C38' }, 'findings.ground-not-in-row'],
  ['a subject that lies elsewhere', { placeId: '', subjectId: '' }, 'findings.subject-elsewhere'],
  ['twice the same', { placeId: 'district', subjectId: null }, 'findings.decision-exists'],
])('%s is refused', async (_, more: Record<string, unknown>, code) => {
  const sent = { ...more }
  if (sent.placeId === '') Object.assign(sent, { placeId: city.compounds[1]?.id, subjectId: compoundSubject })
  if (sent.placeId === 'district') sent.placeId = city.districtId
  expect((await propose(district(), sent)).body).toMatchObject({ code })
})

test('whoever decides or records while the moderation ends waits, and is told that the scores are frozen', async () => {
  const { body } = await propose(district(), { row: '1-23' })
  const round = { id: roundId, year: 2026 }
  const settled = await whileMoving(app, { ...round, to: 'publicity' }, () =>
    city.people.city.call(contract.settleDecision, { params: { id: body.id }, body: { outcome: 'decided' } }),
  )
  expect(settled).toMatchObject({ status: 409, body: { code: 'findings.round-frozen' } })
  const recorded = await whileMoving(app, { ...round, to: 'publicity' }, () =>
    record(district(), { number: 'meanwhile' }),
  )
  expect(recorded).toMatchObject({ status: 409, body: { code: 'findings.year-frozen' } })
})

test('from publicity on nothing of it changes', async () => {
  expect((await record(district(), { number: 'late' })).body).toMatchObject({ code: 'findings.year-frozen' })
  expect((await propose(district(), { row: '1-23' })).body).toMatchObject({ code: 'findings.round-frozen' })
})
