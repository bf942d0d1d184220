import { afterAll, beforeAll, expect, test } from 'vitest'
import { getPoint, getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import * as contract from '../../../../contracts/self-reports/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo, score } from '../../evaluation/testing/small-city.ts'
import { whileMoving } from '../../evaluation/testing/while-moving.ts'
import { personalRows } from '../rules/personal-rows.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting
let firmA: Person
let row: string
let contestId: string

beforeAll(async () => {
  it = await reporting()
  firmA = it.city.people.firmA
  const page = await it.page(firmA, '幸福花园')
  row =
    page.rows.find(
      (one) =>
        one.mayContest && one.provenance === 'computed' && one.fact?.shape === 'yes-no' && !one.withheld,
    )?.id ?? ''
})
afterAll(() => it.app.close())

const first = () => it.city.evaluators[0] as Person
const answer = (person: Person, body: object) =>
  person.call(contract.answerContest, {
    params: { id: contestId },
    body: { outcome: 'accepted', reason: '核对档案，记录漏登', ...body } as never,
  })

test('a computed value is contested with a reason and evidence', async () => {
  const bare = await it.save(firmA, '幸福花园', { row, stance: 'contest', note: '错' })
  expect(bare.body.outcomes).toMatchObject([
    { outcome: 'saved', said: { fault: { zh: expect.stringContaining('理由') } } },
  ])
  const whole = await it.save(firmA, '幸福花园', {
    row,
    baseVersion: 1,
    stance: 'contest',
    note: '台账已有，系统漏登两次',
    evidenceNote: '台账第3页',
    entered: { value: '是' },
  })
  expect(whole.body.outcomes).toMatchObject([{ outcome: 'saved', said: { version: 2 } }])
  const id = it.reportOf('幸福花园')
  await firmA.call(contract.acceptRest, { params: { id }, body: {} })
  const sent = await firmA.call(contract.submitReport, { params: { id }, body: {} })
  expect(sent.body).toMatchObject({ state: 'submitted' })
  const { body } = await first().call(contract.listContests, { query: { state: 'open' } })
  expect(body.rows).toMatchObject([
    { row, answerer: 'evaluator', name: '幸福花园', can: { 'self-reports.answer-contest': true } },
  ])
  contestId = body.rows[0]?.id ?? ''
  expect((await answer(first(), {})).body).toMatchObject({ code: 'self-reports.contest-not-yet' })
})

test('unanswered contests hold the grading stage; whoever evaluates the row answers, once, with reasons both ways', async () => {
  await advanceTo(it.app, it.clock, { bureau: it.city.people.city, roundId: it.roundId }, 'grading')
  const { body: stages } = await it.city.people.city.call(getRoundStages, { params: { id: it.roundId } })
  expect(stages.progress.find(({ zh }) => zh === '自评异议答复')).toMatchObject({
    role: 'evaluator',
    total: 1,
    done: 0,
  })
  expect((await answer(it.city.people.street, {})).status).toBe(404)
  expect((await answer(it.city.people.district, {})).status).toBe(404)
  expect((await answer(firmA, {})).status).toBe(403)
  expect((await answer(first(), { entered: { value: '不知道' } })).status).toBe(422)
  const both = await Promise.all(it.city.evaluators.slice(0, 2).map((person) => answer(person, {})))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const after = await it.city.people.city.call(getRoundStages, { params: { id: it.roundId } })
  expect(after.body.progress.find(({ zh }) => zh === '自评异议答复')).toMatchObject({ total: 1, done: 1 })
})

test('an accepted contest counts instead of what was computed, and the point shows both', async () => {
  await score(it.city.people.city, it.roundId)
  const { body: page } = await firmA.call(contract.getReport, { params: { id: it.reportOf('幸福花园') } })
  expect(page.rows.find((one) => one.id === row)?.answer).toMatchObject({
    outcome: 'accepted',
    reason: '核对档案，记录漏登',
  })
  const { body } = await it.city.people.city.call(getPoint, {
    params: { id: it.roundId, subjectId: page.subjectId, row },
  })
  expect(body.declared).toMatchObject([
    { standing: 'decision', grader: '异议核定', note: '异议成立：核对档案，记录漏登' },
  ])
  expect(body.row.reading.value).toBe('1')
})

test('contests of one’s own are seen, others’ are not there', async () => {
  expect((await firmA.call(contract.getContest, { params: { id: contestId } })).status).toBe(200)
  expect((await it.city.people.firmB.call(contract.getContest, { params: { id: contestId } })).status).toBe(
    404,
  )
})

test('whoever answers a contest while the grading stage ends waits, and is told that it is over', async () => {
  const round = { id: it.roundId, year: 2026, to: 'moderation' as const }
  const late = await whileMoving(it.app, round, () => answer(first(), { outcome: 'rejected' }))
  expect(late).toMatchObject({ status: 409, body: { code: 'self-reports.contest-not-yet' } })
})

test('rows of a group that touches a person are known: what is claimed of them is kept from bystanders', () => {
  const found = personalRows(it.app.engine.editions.standing, 'DB1502-draft-2021')
  expect(found.has('1-01')).toBe(true)
  expect(found.has('1-28')).toBe(false)
})
