import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareTies } from '../../../../contracts/grading/staff.ts'
import * as contract from '../../../../contracts/self-reports/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo } from '../../evaluation/testing/small-city.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting
beforeAll(async () => {
  it = await reporting()
})
afterAll(() => it.app.close())

test('A.1.4: whoever lives in the project answers none of its contests; the refusal names the clause, and a colleague answers', async () => {
  const { firmA, city: bureau } = it.city.people
  const [bound, free] = it.city.evaluators as [Person, Person]
  const page = await it.page(firmA, '幸福花园')
  const row = page.rows.find((one) => one.mayContest && one.fact?.shape === 'yes-no' && !one.withheld)?.id
  const entered = { value: '是' }
  const note = '台账已有，系统漏登两次'
  const saved = { row: row ?? '', stance: 'contest' as const, note, evidenceNote: '台账第3页', entered }
  await it.save(firmA, '幸福花园', saved)
  const id = it.reportOf('幸福花园')
  await firmA.call(contract.acceptRest, { params: { id }, body: {} })
  expect((await firmA.call(contract.submitReport, { params: { id }, body: {} })).status).toBe(200)
  await advanceTo(it.app, it.clock, { bureau, roundId: it.roundId }, 'grading')
  await bound.call(declareTies, { body: { ties: [{ kind: 'live', placeId: it.city.compounds[0]?.id }] } })
  const [shown] = (await bound.call(contract.listContests, { query: {} })).body.rows
  expect(shown?.can).toEqual({ 'self-reports.answer-contest': false })
  const answer = (person: Person) =>
    person.call(contract.answerContest, {
      params: { id: shown?.id ?? '' },
      body: { outcome: 'rejected', reason: '核对档案，记录无误', entered: {} },
    })
  const refused = await answer(bound)
  expect(refused).toMatchObject({ status: 403, body: { code: 'grading.conflict', clause: 'A.1.4' } })
  expect(JSON.stringify(refused.body)).toContain('利害关系')
  expect((await answer(free)).status).toBe(200)
})
