import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resultCorrected } from '../../../../contracts/exchange/events.ts'
import {
  decideCorrection,
  exportCorrections,
  getCorrectable,
  getCorrection,
  listCorrections,
  proposeCorrection,
  withdrawCorrection,
} from '../../../../contracts/publicity/corrections.ts'
import { listNotices } from '../../../../contracts/notices/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo } from '../../evaluation/testing/small-city.ts'
import type { ModeratedCity } from '../../moderation/tests/moderated-city.ts'
import { appealingCity, cityOfficial, eventsOf, evidenceOf, gradedRows, ownResult } from './appealing-city.ts'

let town: ModeratedCity
let proposer: Person
let decider: Person
let subjectId: string
let row: string
beforeAll(async () => {
  town = await appealingCity()
  const { firmA } = town.city.people
  ;({ subjectId } = await ownResult(firmA, '幸福花园'))
  row = (await gradedRows(firmA, subjectId))[0] ?? ''
  proposer = await cityOfficial(town)
}, 90_000)
afterAll(() => town.app.close())

const propose = async (over: object = {}, person = proposer) =>
  await person.call(proposeCorrection, {
    body: {
      id: randomUUID(),
      subjectId,
      reason: '复核发现一处现场记录被重复计算，附原始记录',
      rows: [{ indicator: row, entered: { value: '差' }, reason: '现场记录属于另一小区' }],
      documentIds: [await evidenceOf(town, person)],
      ...over,
    },
  })
const decide = (id: string, accept: boolean, person = decider) =>
  person.call(decideCorrection, { params: { id }, body: { accept, note: '原始记录已核对' } })

test('before the result is final an appeal is the way', async () => {
  expect((await propose()).body).toMatchObject({ code: 'publicity.correction-early' })
  await advanceTo(town.app, town.clock, town, 'final')
  ;[proposer, decider] = [await cityOfficial(town), await cityOfficial(town)]
})

test('one official proposes with reason and evidence, once per row; the scored body sees no proposal', async () => {
  const rows = await proposer.call(getCorrectable, { params: { id: subjectId } })
  expect(rows.body.rows.find(({ id }) => id === row)).toMatchObject({
    decidable: true,
    open: null,
    levels: ['优', '良', '中', '差'],
  })
  expect((await propose({ documentIds: [] })).status).toBe(400)
  expect((await propose({ reason: '错了' })).status).toBe(400)
  expect((await propose({}, town.city.people.firmA)).status).toBe(403)
  const entered = { value: '不存在的等级' }
  expect(
    (await propose({ rows: [{ indicator: row, entered, reason: '现场记录属于另一小区' }] })).status,
  ).toBe(422)
  const first = await propose()
  expect(first.body).toMatchObject({ number: 'GZ-2026-0001' })
  expect((await propose()).body).toMatchObject({ code: 'publicity.row-corrected' })
  expect((await town.city.people.firmA.call(listCorrections)).body.rows).toEqual([])
  expect((await proposer.call(withdrawCorrection, { params: { id: first.body.id }, body: {} })).status).toBe(
    200,
  )
})

/** By whether the group of the row is shown. */
async function publicNote(number: string): Promise<string> {
  const { rows } = await town.app.database.pool.query<{ withheld: boolean }>(
    `SELECT withheld FROM publicity.result_row r JOIN publicity.publication p ON p.id = r.publication_id
     WHERE p.kind = 'correction' AND r.subject_id = $1 AND r.indicator = $2`,
    [subjectId, row],
  )
  return `更正 ${number}：幸福花园${rows[0]?.withheld ? '' : `（${row}）`}`
}

/** The enterprise's table has the negative list. */
async function negativeRow() {
  const firm = (await ownResult(town.city.people.firmA, '示例甲物业')).subjectId
  const { body } = await proposer.call(getCorrectable, { params: { id: firm } })
  const listed = body.rows.find(({ shape }) => shape === 'deduction')
  return { firm, indicator: listed?.id ?? '', decidable: listed?.decidable }
}

test('A.3.3: a row of the negative list is not corrected here, whatever is entered; the refusal names where', async () => {
  const { firm, indicator, decidable } = await negativeRow()
  expect(decidable).toBe(false)
  for (const value of ['0', '重大', '不存在的轻重', '1/0']) {
    const answer = await propose({
      subjectId: firm,
      rows: [{ indicator, entered: { value }, reason: '认定文件已撤销' }],
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'publicity.row-of-findings' } })
    expect(answer.body).toMatchObject({ detail: expect.stringContaining('认定与决定') })
  }
})

test('a value that cannot be read is refused in words, for whatever row', async () => {
  const { body } = await proposer.call(getCorrectable, { params: { id: subjectId } })
  for (const { id: indicator } of body.rows.filter(({ decidable }) => decidable))
    for (const entered of [{ value: '不存在的值' }, { value: '1/0' }, { numerator: '3', denominator: '0' }]) {
      const answer = await propose({ rows: [{ indicator, entered, reason: '现场记录属于另一小区' }] })
      expect([indicator, entered, answer.status]).toEqual([indicator, entered, 422])
    }
})

test('what was proposed of the negative list before is refused in words when it is decided', async () => {
  const { firm, indicator } = await negativeRow()
  const { id } = (await propose()).body
  const { pool } = town.app.database
  await pool.query('UPDATE publicity.correction SET subject_id = $1 WHERE id = $2', [firm, id])
  await pool.query(
    'UPDATE publicity.correction_row SET subject_id = $1, indicator = $2 WHERE correction_id = $3',
    [firm, indicator, id],
  )
  expect((await decide(id, true)).body).toMatchObject({ code: 'publicity.row-of-findings' })
  expect((await proposer.call(withdrawCorrection, { params: { id }, body: {} })).status).toBe(200)
})

test('两人制: who proposed does not decide; what is rejected changes nothing', async () => {
  const { id } = (await propose()).body
  expect(await decide(id, true, proposer)).toMatchObject({
    status: 403,
    body: { code: 'publicity.own-proposal' },
  })
  expect((await decider.call(withdrawCorrection, { params: { id }, body: {} })).status).toBe(404)
  expect((await decide(id, false)).body).toEqual({ state: 'rejected', shifts: 0 })
  expect((await decide(id, true)).body).toMatchObject({ code: 'publicity.correction-settled' })
  const { rows } = await town.app.database.pool.query(
    `SELECT count(*)::integer AS n FROM publicity.publication WHERE kind = 'correction'`,
  )
  expect(rows[0].n).toBe(0)
})

test('both versions are kept and shown; of two who decide at once one does; the scored body and other systems are told', async () => {
  const { id } = (await propose()).body
  const other = await cityOfficial(town)
  const both = await Promise.all([decide(id, true), decide(id, true, other)])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const { firmA, firmB } = town.city.people
  const page = await firmA.call(getCorrection, { params: { id } })
  expect(page.body.correction).toMatchObject({ state: 'decided', proposedBy: null, decidedBy: null })
  expect(page.body.versions.map(({ kind }) => kind)).toEqual(['publicity', 'final', 'correction'])
  const [, final, corrected] = page.body.versions
  expect(Number(corrected?.total)).toBeLessThan(Number(final?.total))
  expect(page.body.shifts.find((one) => one.subjectId === subjectId)).toMatchObject({ kind: 'compound' })
  expect((await firmB.call(getCorrection, { params: { id } })).status).toBe(404)
  const shown = await town.app.http.inject({
    url: `/api/publicity/public/rounds/${town.roundId}/results/${subjectId}`,
  })
  expect(shown.json().round).toMatchObject({ kind: 'correction' })
  expect(shown.json().versions).toHaveLength(3)
  // The reason may tell of a withheld row: the public reads the number, whom and which shown rows it is about.
  expect(shown.json().round.note).toBe(await publicNote(page.body.correction.number))
  expect(shown.body).not.toContain('现场记录')
  expect(page.body.correction.reason).toContain('现场记录')

  const told = (await eventsOf(town, 'evaluation.result-corrected')).map((data) =>
    resultCorrected.parse(data),
  )
  const own = told.find(({ subject }) => subject.name === '幸福花园')
  // What somebody wrote freely stays in the house.
  expect(JSON.stringify(own)).not.toContain('现场记录')
  expect(own?.hash).not.toBe(own?.replaces.hash)
  const notices = (await firmA.call(listNotices)).body.rows
  expect(notices.map(({ zh }) => zh)).toContainEqual(expect.stringContaining('已更正'))
  const file = await town.app.http.inject({
    url: exportCorrections.path,
    cookies: { gongzhi_session: decider.token },
  })
  expect(file.statusCode).toBe(200)
})
