import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import * as contract from '../../../../contracts/self-reports/staff.ts'
import { rows } from '../../../platform/database/database.ts'
import type { Person } from '../../../platform/testing/app.ts'
import * as made from '../../documents/tests/made-files.ts'
import { sendFile } from '../../documents/tests/sent-files.ts'
import { morningAfter, travel } from '../../evaluation/testing/small-city.ts'
import { whileMoving } from '../../evaluation/testing/while-moving.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting
const garden = '幸福花园'
let firmA: Person

beforeAll(async () => {
  it = await reporting()
  firmA = it.city.people.firmA
  const year = 2025
  // What was declared a year ago.
  await it.app.database.pool.query(
    `INSERT INTO evaluation.declared_fact (id, year, fact, place_id, numerator, denominator, note, evidence, grader, incident, provenance, recorded_at)
     SELECT gen_random_uuid(), $1, 'monthly-joint-meetings', $2, 11, 12, '去年十一次', '纪要', '', '', 'declared', now()`,
    [year, it.city.compounds[0]?.id],
  )
})
afterAll(() => it.app.close())

const recorded = () =>
  rows(
    it.app.database.db,
    sql<{
      fact: string
      standing: string
      numerator: string
      grader: string
      provenance: string
    }>`SELECT fact, standing,
      trim_scale(numerator)::text AS numerator, grader, provenance FROM evaluation.declared_fact WHERE year = 2026 AND place_id = ${it.city.compounds[0]?.id}`,
  )
const paper = async (person: Person, bytes?: Buffer, name = '纪要.jpg') =>
  await sendFile(it.app, person, { bytes: bytes ?? (await made.photo()), name })
const computedRow = async () =>
  (await it.page(firmA, garden)).rows.find(
    (row) => row.mayContest && row.provenance === 'computed' && !row.withheld,
  )

test('entering the stage opens a report for each scored subject and tells who reports', async () => {
  const { body } = await it.city.people.district.call(contract.listReports, { query: { round: it.roundId } })
  expect(body.rows.map(({ name }) => name).toSorted()).toEqual(
    [
      garden,
      '和谐家园',
      '阳光小区',
      '示例甲物业',
      '示例乙物业',
      '少先路街道',
      '示例社区',
      '昆都仑区',
    ].toSorted(),
  )
  const own = await firmA.call(contract.listReports, { query: {} })
  expect(own.body.rows.map(({ name }) => name).toSorted()).toEqual(
    [garden, '和谐家园', '示例甲物业'].toSorted(),
  )
  expect(own.body.rows.every(({ can }) => can['self-reports.report'])).toBe(true)
  const committee = await it.city.people.committee.call(contract.listReports, { query: {} })
  expect(committee.body.rows).toMatchObject([{ name: garden, can: { 'self-reports.report': false } }])
  await vi.waitFor(async () => {
    const told = await it.app.database.pool.query(
      `SELECT FROM notices.notice WHERE key LIKE 'self-reports.opened.%'`,
    )
    // Two firms, a district, a street and a community.
    expect(told.rowCount).toBe(5)
  })
  const { body: stages } = await it.city.people.city.call(getRoundStages, { params: { id: it.roundId } })
  expect(
    stages.progress.filter(({ zh }) => zh === '自评申报').map(({ role, total, done }) => [role, total, done]),
  ).toEqual([
    ['community-official', 1, 0],
    ['district-official', 1, 0],
    ['enterprise', 5, 0],
    ['street-official', 1, 0],
  ])
})

test('who reports: the firm its projects, an office its own; nobody else’s is there', async () => {
  const { people } = it.city
  expect((await it.save(people.firmB, garden, {})).status).toBe(404)
  expect((await it.save(people.committee, garden, {})).status).toBe(403)
  expect((await it.save(people.community, '少先路街道', {})).status).toBe(404)
  expect((await it.save(people.street, '示例社区', { row: '3-01' })).status).toBe(200)
  expect((await it.save(people.district, garden, {})).status).toBe(404)
})

test('a draft is kept as typed, also when it is not ready; of two who change one row the second is told who and what', async () => {
  const colleague = await it.app.person({ role: 'enterprise', bodyId: it.city.firmA })
  const first = await it.save(firmA, garden, {
    row: '1-06',
    stance: 'declare',
    entered: { numerator: '11', denominator: '12' },
  })
  expect(first.body.outcomes).toMatchObject([
    { outcome: 'saved', said: { version: 1, fault: { zh: expect.stringContaining('佐证') } } },
  ])
  const second = await it.save(colleague, garden, {
    row: '1-06',
    stance: 'declare',
    entered: { numerator: '9', denominator: '12' },
  })
  expect(second.body.outcomes).toMatchObject([
    { outcome: 'conflict', theirs: { entered: { numerator: '11' }, version: 1 } },
  ])
  const again = await it.save(colleague, garden, {
    row: '1-06',
    stance: 'declare',
    baseVersion: 1,
    entered: { numerator: '13', denominator: '12' },
  })
  expect(again.body.outcomes).toMatchObject([
    { outcome: 'saved', said: { version: 2, fault: { zh: expect.stringContaining('大于') } } },
  ])
  const versions = await it.app.database.pool.query('SELECT numerator FROM self_reports.report_row_version')
  expect(versions.rows).toEqual([{ numerator: '11' }])
})

test('bad input: a foreign row, a computed fact declared, 2 MB of text, evidence of a wrong type inside or not one’s own', async () => {
  const foreign = await it.save(firmA, garden, { row: '2-01' })
  expect(foreign.body.outcomes).toMatchObject([{ outcome: 'refused', code: 'self-reports.row-foreign' }])
  const row = (await computedRow())?.id ?? ''
  const declared = await it.save(firmA, garden, { row, stance: 'declare', entered: { value: '1' } })
  expect(declared.body.outcomes).toMatchObject([
    { outcome: 'refused', code: 'self-reports.computed-not-declared' },
  ])
  expect((await it.save(firmA, garden, { note: '长'.repeat(700_000) })).status).toBeOneOf([400, 413])
  const fake = await paper(firmA, Buffer.from('MZ this is a program'), '纪要.pdf')
  expect(fake.status).toBeGreaterThanOrEqual(400)
  const theirs = await paper(it.city.people.firmB)
  const stolen = await it.save(firmA, garden, { row: '1-07', documentIds: [theirs.body.id] })
  expect(stolen.body).toMatchObject({ code: 'documents.unknown' })
})

test('nothing is submitted before every row is ready; each that is not is named', async () => {
  const { status, body } = await firmA.call(contract.submitReport, {
    params: { id: it.reportOf(garden) },
    body: {},
  })
  expect([status, (body as unknown as { code: string }).code]).toEqual([422, 'self-reports.not-ready'])
  const { errors } = body as unknown as { errors: { field: string }[] }
  expect(errors.length).toBeGreaterThan(30)
})

test('last year’s values come as a draft that asks to be looked at, without last year’s papers', async () => {
  await it.save(firmA, garden, { row: '1-06', stance: null, baseVersion: 2 })
  const { body } = await firmA.call(contract.copyLastYear, { params: { id: it.reportOf(garden) }, body: {} })
  expect(body).toEqual({ rows: 1 })
  const row = (await it.page(firmA, garden)).rows.find(({ said }) => said?.fromLastYear)
  expect(row?.said).toMatchObject({
    stance: 'declare',
    entered: { numerator: '11', denominator: '12' },
    evidence: [],
  })
  const again = await firmA.call(contract.copyLastYear, { params: { id: it.reportOf(garden) }, body: {} })
  expect(again.body).toMatchObject({ code: 'self-reports.nothing-to-copy' })
})

test('C31: what is declared becomes readings when the report is submitted, and is taken back or changed with the next', async () => {
  const id = it.reportOf(garden)
  const copied = (await it.page(firmA, garden)).rows.find(({ said }) => said?.fromLastYear)
  const photo = await paper(firmA)
  const saved = await it.save(firmA, garden, {
    row: copied?.id ?? '',
    stance: 'declare',
    baseVersion: copied?.said?.version ?? 0,
    entered: { numerator: '12', denominator: '12' },
    documentIds: [photo.body.id],
  })
  expect(saved.body.outcomes).toMatchObject([
    { outcome: 'saved', said: { fault: null, evidence: [{ name: '纪要.jpg' }] } },
  ])
  const { body: accepted } = await firmA.call(contract.acceptRest, { params: { id }, body: {} })
  expect(accepted.rows).toBeGreaterThan(30)
  const { body } = await firmA.call(contract.submitReport, { params: { id }, body: {} })
  expect(body).toEqual({ state: 'submitted', late: false, lateDays: null })
  expect(await recorded()).toEqual([
    {
      fact: 'monthly-joint-meetings',
      standing: 'ordinary',
      numerator: '12',
      grader: '',
      provenance: 'declared',
    },
  ])
  const twice = await firmA.call(contract.submitReport, { params: { id }, body: {} })
  expect(twice).toMatchObject({ status: 409, body: { code: 'self-reports.already-submitted' } })
  expect((await it.save(firmA, garden, {})).status).toBe(409)
  expect((await firmA.call(contract.reopenReport, { params: { id }, body: {} })).body).toEqual({
    state: 'draft',
  })
  const mine = (await it.page(firmA, garden)).rows.find((row) => row.id === copied?.id)
  await it.save(firmA, garden, {
    row: copied?.id ?? '',
    baseVersion: mine?.said?.version ?? 0,
    stance: 'accept',
  })
  await firmA.call(contract.submitReport, { params: { id }, body: {} })
  expect(await recorded()).toMatchObject([{ fact: 'monthly-joint-meetings', standing: 'withdrawn' }])
})

test('what an official has recorded is not overwritten by what the body declares', async () => {
  const id = it.reportOf('和谐家园')
  const placeId = it.city.compounds[1]?.id
  const row = (await it.page(firmA, '和谐家园')).rows.find((one) => one.fact?.id === 'monthly-joint-meetings')
  await it.app.database.pool.query(
    `INSERT INTO evaluation.declared_fact (id, year, fact, place_id, numerator, denominator, note, evidence, grader, incident, provenance, recorded_at)
     SELECT gen_random_uuid(), 2026, 'monthly-joint-meetings', $1, 6, 12, '现场核查', '', '', '', 'inspected', now()`,
    [placeId],
  )
  await it.save(firmA, '和谐家园', {
    row: row?.id ?? '',
    stance: 'declare',
    entered: { numerator: '12', denominator: '12' },
    evidenceNote: '会议纪要12份',
  })
  await firmA.call(contract.acceptRest, { params: { id }, body: {} })
  expect((await firmA.call(contract.submitReport, { params: { id }, body: {} })).status).toBe(200)
  const kept = await it.app.database.pool.query(
    `SELECT trim_scale(numerator)::text AS numerator, provenance FROM evaluation.declared_fact WHERE year = 2026 AND place_id = $1`,
    [placeId],
  )
  expect(kept.rows).toEqual([{ numerator: '6', provenance: 'inspected' }])
})

test('late is said, not hidden: after the term it may be submitted while the stage is open, and not be reopened', async () => {
  const { dueOn } = await it.page(firmA, '示例甲物业')
  await travel(it.app, it.clock, morningAfter(dueOn ?? ''))
  const id = it.reportOf('示例甲物业')
  expect(await it.page(firmA, '示例甲物业')).toMatchObject({ nowLate: true, mayReopen: false })
  await firmA.call(contract.acceptRest, { params: { id }, body: {} })
  const { body } = await firmA.call(contract.submitReport, { params: { id }, body: {} })
  expect(body).toMatchObject({ state: 'submitted', late: true })
  expect((await firmA.call(contract.reopenReport, { params: { id }, body: {} })).body).toMatchObject({
    code: 'self-reports.term-over',
  })
  const late = await it.city.people.district.call(contract.listReports, { query: { state: 'late' } })
  expect(late.body.rows.map(({ name }) => name)).toEqual(['示例甲物业'])
  const overdue = await it.city.people.district.call(contract.listReports, { query: { state: 'overdue' } })
  expect(overdue.body.rows.length).toBe(5)
})

test('whoever submits while the stage ends waits, and is told that it is over; after it nothing more is written', async () => {
  const { firmB } = it.city.people
  const id = it.reportOf('阳光小区')
  await firmB.call(contract.acceptRest, { params: { id }, body: {} })
  const round = { id: it.roundId, year: 2026, to: 'grading' as const }
  const late = await whileMoving(it.app, round, () =>
    firmB.call(contract.submitReport, { params: { id }, body: {} }),
  )
  expect(late).toMatchObject({ status: 409, body: { code: 'self-reports.stage-over' } })
  expect((await it.save(firmB, '阳光小区', {})).body).toMatchObject({ code: 'self-reports.stage-over' })
})
