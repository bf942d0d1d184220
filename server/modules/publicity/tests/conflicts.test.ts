import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareTies } from '../../../../contracts/grading/staff.ts'
import {
  assignAppeal,
  decideAppeal,
  getAppeal,
  listCandidates,
} from '../../../../contracts/publicity/appeals.ts'
import {
  decideCorrection,
  getCorrection,
  proposeCorrection,
} from '../../../../contracts/publicity/corrections.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo } from '../../evaluation/testing/small-city.ts'
import { type ModeratedCity, proved } from '../../moderation/tests/moderated-city.ts'
import { appealingCity, cityOfficial, evidenceOf, file, gradedRows, ownResult } from './appealing-city.ts'

let town: ModeratedCity
let appealId: string
let row: string
beforeAll(async () => {
  town = await appealingCity()
  const { firmA } = town.city.people
  const { subjectId } = await ownResult(firmA, '幸福花园')
  row = (await gradedRows(firmA, subjectId))[0] ?? ''
  const filed = await file(firmA, subjectId, [row])
  appealId = filed.body.id
}, 90_000)
afterAll(() => town.app.close())

const tieTo = (person: Person) =>
  person.call(declareTies, { body: { ties: [{ kind: 'own', placeId: town.city.compounds[0]?.id }] } })
const give = (by: Person, assigneeId: string) =>
  by.call(assignAppeal, {
    params: { id: appealId },
    body: { assigneeId, reason: '原处理人外出' },
  })

test('A.1.4: whoever owns a flat there neither gives the appeal to somebody, nor gets it, nor decides it once the tie is declared', async () => {
  const [bound, free] = [await cityOfficial(town), await cityOfficial(town)]
  expect((await give(free, bound.id)).status).toBe(200)
  await tieTo(bound)
  const rows = [{ indicator: row, outcome: 'rejected' as const, answer: '现场记录无误' }]
  const decided = await bound.call(decideAppeal, {
    params: { id: appealId },
    body: { rows, answer: '经核实，逐项答复如下。' },
  })
  const refused = { status: 403, body: { code: 'grading.conflict', clause: 'A.1.4' } }
  expect(decided).toMatchObject(refused)
  expect(await give(bound, free.id)).toMatchObject(refused)
  const { body } = await free.call(listCandidates, { params: { id: appealId } })
  expect(body.candidates.map(({ id }) => id)).not.toContain(bound.id)
  expect((await give(free, bound.id)).body).toMatchObject({ code: 'publicity.not-candidate' })
})

const districtSubject = async () => {
  const { rows } = await town.app.database.pool.query<{ id: string; indicator: string; fact: string }>(
    `SELECT s.id, g.indicator FROM evaluation.subject s JOIN evaluation.round r ON r.id = s.round_id
     JOIN evaluation.score_row g ON g.run_id = r.current_run AND g.subject_id = s.id
     WHERE s.kind = 'district' AND s.round_id = $1 ORDER BY g.indicator`,
    [town.roundId],
  )
  return rows
}

test('6.8.2: the district does not decide a correction of its own row of A.4; the next level up does', async () => {
  await advanceTo(town.app, town.clock, town, 'final')
  const [proposer, decider] = [await cityOfficial(town), await cityOfficial(town)]
  const district = await proved(
    town,
    await town.app.person({ role: 'district-official', placeId: town.city.districtId }),
  )
  const id = randomUUID()
  let number: string | undefined
  for (const { id: subjectId, indicator } of await districtSubject()) {
    const { body } = await proposer.call(proposeCorrection, {
      body: {
        id,
        subjectId,
        reason: '复核发现一处台账被重复计算，附原始记录',
        rows: [{ indicator, entered: { numerator: '1', denominator: '2' }, reason: '台账第3页重复' }],
        documentIds: [await evidenceOf(town, proposer)],
      },
    })
    number = body.number
    if (number !== undefined) break
  }
  expect(number).toBeDefined()
  const decide = (person: Person) =>
    person.call(decideCorrection, {
      params: { id },
      body: { accept: false, note: '原始记录已核对' },
    })
  const seen = await district.call(getCorrection, { params: { id } })
  expect(seen.body.correction.can['publicity.decide-corrections']).toBe(false)
  expect(await decide(district)).toMatchObject({
    status: 403,
    body: { code: 'grading.own-office', clause: '6.8.2' },
  })
  expect((await decide(decider)).status).toBe(200)
})

test('A.1.4: whoever gave a grade that a correction is about does not decide it, whatever office he holds since', async () => {
  const [proposer, decider] = [await cityOfficial(town), await cityOfficial(town)]
  const { subjectId } = await ownResult(town.city.people.firmA, '幸福花园')
  const { body } = await proposer.call(proposeCorrection, {
    body: {
      id: randomUUID(),
      subjectId,
      reason: '复核发现一处现场记录被重复计算，附原始记录',
      rows: [{ indicator: row, entered: { value: '差' }, reason: '现场记录属于另一小区' }],
      documentIds: [await evidenceOf(town, proposer)],
    },
  })
  const graded = (by: string) =>
    town.app.database.pool.query(
      `UPDATE grading.grade g SET graded_by = $1 FROM grading.task t WHERE t.id = g.task_id AND t.subject_id = $2 AND g.indicator = $3`,
      [by, subjectId, row],
    )
  const decide = () =>
    decider.call(decideCorrection, {
      params: { id: body.id },
      body: { accept: false, note: '原始记录已核对' },
    })
  await graded(decider.id)
  expect(await decide()).toMatchObject({
    status: 403,
    body: { code: 'publicity.own-work', clause: 'A.1.4' },
  })
  await graded(town.city.evaluators[0]?.id ?? '')
  expect((await decide()).status).toBe(200)
})

test('a row that tells of persons is shut on the appeal’s and the correction’s page to whoever is not over its subject', async () => {
  const { firmA } = town.city.people
  const { pool } = town.app.database
  const { subjectId } = await ownResult(firmA, '幸福花园')
  const { rows } = await pool.query<{ indicator: string }>(
    'SELECT indicator FROM publicity.result_row WHERE subject_id = $1 AND withheld ORDER BY indicator LIMIT 1',
    [subjectId],
  )
  const indicator = rows[0]?.indicator ?? ''
  await pool.query('UPDATE publicity.appeal_row SET indicator = $1 WHERE appeal_id = $2', [
    indicator,
    appealId,
  ])
  const { rows: corrections } = await pool.query<{ id: string }>(
    `UPDATE publicity.correction SET state = 'decided', body_id = $1 WHERE subject_id = $2 RETURNING id`,
    [town.city.firmA, subjectId],
  )
  const correctionId = corrections[0]?.id ?? ''
  await pool.query('UPDATE publicity.correction_row SET indicator = $1 WHERE correction_id = $2', [
    indicator,
    correctionId,
  ])
  const pages = async (person: Person) => {
    const appeal = await person.call(getAppeal, { params: { id: appealId } })
    const correction = await person.call(getCorrection, { params: { id: correctionId } })
    return JSON.stringify([appeal.body.rows, correction.body.rows])
  }
  expect(await pages(firmA)).not.toContain('涉及个人')
  expect(await pages(await cityOfficial(town))).not.toContain('涉及个人')
  // The firm keeps its appeal in sight, but did not serve the project at the period's end: its persons are another's.
  await pool.query('UPDATE evaluation.subject_compound SET at_end = false WHERE compound_id = $1', [
    town.city.compounds[0]?.id,
  ])
  const shut = await pages(firmA)
  expect(shut.match(/涉及个人/g)?.length).toBeGreaterThanOrEqual(2)
  expect(shut).not.toContain('现场')
})
