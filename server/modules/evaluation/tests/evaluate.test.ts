import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCompound } from '../../../../contracts/organisations/staff.ts'
import {
  declareFact,
  getPoint,
  getRound,
  getSubjectScore,
  getImprovements,
  getStatistics,
  closeRound,
  evaluateRound,
  evaluateSubject,
  listMissingRows,
  listScores,
  openRound,
} from '../../../../contracts/evaluation/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movableClock } from '../../../platform/clock/movable-clock.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { runPass, settleAbandoned } from '../index.ts'
import { giveBack, takePlace } from '../storage/pass-lock.ts'

const clock = movableClock('2026-11-23T09:00:00+08:00')
let app: TestApp
let city: Person
let roundId: string
const compoundCode = '150203001001-0001'

const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
  row,
  cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})

beforeAll(async () => {
  app = await testApp({ clock })
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150203001001', '示例社区', 'community', '150203001000'),
  ])
  const { body } = await city.call(createCompound, {
    body: {
      community: '150203001001',
      name: '幸福花园',
      validFrom: '2020-01-01',
      type: 'existing',
      managementMode: 'enterprise',
      households: 600,
      buildings: 10,
      area: '60000',
      enclosure: 'closed',
      renovatedOn: null,
      committeeImpossibleReason: null,
    },
  })
  const enterprise = randomUUID()
  await app.database.pool.query(
    `INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials) VALUES ($1, 'enterprise', '示例物业', '91350100M000100Y43', $2, '2020-01-01', '', '')`,
    [enterprise, app.cityId],
  )
  await app.database.pool.query(
    `INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from) VALUES ($1, $2, $3, 'C-1', '2024-01-01')`,
    [randomUUID(), enterprise, body.id],
  )
})
afterAll(() => app.close())

async function evaluate() {
  const { body } = await city.call(evaluateRound, { params: { id: roundId }, body: {} })
  for (;;) {
    const { body: round } = await city.call(getRound, { params: { id: roundId } })
    if (round.run?.id === body.runId && round.run.finishedAt) return round
    await new Promise((next) => setTimeout(next, 20))
  }
}

test('6.8.2: a round opens for a year, and a year outside the edition is refused', async () => {
  const wrong = await city.call(openRound, { body: { year: 1999, name: '年度评价', placeId: app.cityId } })
  expect(wrong.status).toBe(422)
  const opened = await city.call(openRound, { body: { year: 2026, name: '年度评价', placeId: app.cityId } })
  expect(opened.status).toBe(200)
  roundId = opened.body.id
  const second = { year: 2026, name: '又一轮', placeId: app.cityId }
  const unmeant = await city.call(openRound, { body: second })
  expect(unmeant).toMatchObject({ status: 409, body: { code: 'evaluation.round-stands' } })
  const meant = await city.call(openRound, { body: { ...second, again: true } })
  expect(meant.status).toBe(200)
  // Never computed, it is withdrawn.
  const withdrawn = await city.call(closeRound, { params: meant.body, body: { reason: '误开' } })
  expect(withdrawn.status).toBe(200)
})

test('a pass scores all four tables; a declared fact raises exactly its own row, and the point opens to it', async () => {
  const before = await evaluate()
  expect(before.run?.failedBecause).toBeNull()
  expect(before.tables.map((t) => [t.table, t.kind, t.subjects])).toEqual([
    ['A.1', 'compound', 1],
    ['A.2', 'enterprise', 1],
    ['A.3', 'street', 1],
    ['A.3', 'community', 1],
    ['A.4', 'district', 1],
  ])
  clock.moveTo('2026-11-23T09:01:00+08:00')
  const declared = await city.call(declareFact, {
    body: {
      year: 2026,
      fact: '1-06',
      place: compoundCode,
      numerator: '9',
      denominator: '12',
      provenance: 'declared',
      evidence: '会议纪要',
    },
  })
  expect(declared.status).toBe(200)
  const shownOld = await city.call(listScores, { params: { id: roundId }, query: { kind: 'compound' } })
  expect(shownOld.body.rows[0]).toMatchObject({ stale: true, change: null })
  expect((await city.call(getRound, { params: { id: roundId } })).body.stale).toBe(1)
  clock.moveTo('2026-11-23T09:02:00+08:00')
  const params = { id: roundId, subjectId: shownOld.body.rows[0]?.subjectId as string }
  const old = (await city.call(getSubjectScore, { params })).body.rows.filter((r) => r.stale)
  expect(old.map((r) => r.id)).toEqual(['1-06'])
  await city.call(evaluateSubject, { params, body: {} })
  expect((await city.call(getRound, { params: { id: roundId } })).body.stale).toBe(0)
  const after = await evaluate()
  expect(after.stale).toBe(0)
  const list = await city.call(listScores, { params: { id: roundId }, query: { kind: 'compound' } })
  const subjectId = list.body.rows[0]?.subjectId as string
  const page = await city.call(getSubjectScore, { params: { id: roundId, subjectId } })
  const row = page.body.rows.find((r) => r.id === '1-06')
  // 9/12 of 2 points, times 24/22: without a committee its Party share (2 points) does not apply and is spread (C32).
  expect(row).toMatchObject({ state: 'scored', points: '1.636363636364', provenance: 'declared' })
  expect(row?.why).toContain('9')
  const opened = await city.call(getPoint, { params: { id: roundId, subjectId, row: '1-06' } })
  expect(opened.body.declared[0]).toMatchObject({ numerator: '9', denominator: '12', evidence: '会议纪要' })
  const group = page.body.groups.find((one) => one.name === '党建引领')
  expect(Number(group?.known)).toBeLessThan(Number(group?.points))
  expect(opened.body.clauses.length).toBeGreaterThan(0)
  expect(after.tables[0]?.missingRows).toBe((before.tables[0]?.missingRows ?? 0) - 1)
  expect(
    (await city.call(getImprovements, { params: { id: roundId, subjectId } })).body.rows.length,
  ).toBeGreaterThan(5)
  expect(list.body.total).toBe(1)
  const grader = await app.person({ role: 'evaluator', placeId: app.cityId })
  const lacking = (query: { whose?: 'mine'; row?: string }) =>
    grader.call(listMissingRows, { params: { id: roundId }, query: { kind: 'compound', ...query } })
  const everybodys = (await lacking({})).body
  const own = (await lacking({ whose: 'mine' })).body
  expect(own.total).toBeGreaterThan(0)
  expect(own.total).toBeLessThan(everybodys.total ?? 0)
  expect(own.rows.every((one) => one.evaluator === '考核组')).toBe(true)
  expect((await lacking({ row: '1-06' })).body.rows).toEqual([])
  const { body: told } = await city.call(getStatistics, {
    params: { id: roundId },
    query: { kind: 'compound' },
  })
  expect(told).toMatchObject({ subjects: 1, complete: 0 })
  // A row that nobody has data for has lost nothing: it is a gap, not among the weakest.
  expect(told.weakest.some((one) => told.gaps.some((gap) => gap.id === one.id))).toBe(false)
})

test('the score of one subject leaves as the standard’s own table, with merged groups and the total', async () => {
  const list = await city.call(listScores, { params: { id: roundId }, query: { kind: 'compound' } })
  const subjectId = list.body.rows[0]?.subjectId as string
  const files = await Promise.all(
    [`subjects/${subjectId}/export`, 'scores/export?kind=compound'].map((path) =>
      app.http.inject({
        url: `/api/evaluation/rounds/${roundId}/${path}`,
        cookies: { gongzhi_session: city.token },
      }),
    ),
  )
  const [sheet, all] = await Promise.all(
    files.map(async (file) => {
      expect(file.statusCode).toBe(200)
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(file.rawPayload as never)
      return book.worksheets[0] as ExcelJS.Worksheet
    }),
  )
  expect(sheet?.getCell('A1').text).toContain('表A.1')
  expect(sheet?.getCell('A5').text).toBe('党建引领')
  expect(sheet?.getCell('A6').isMerged).toBe(true)
  expect(sheet?.rowCount).toBe(4 + 39 + 1)
  expect(all?.getCell('B2').text).toBe('幸福花园')
  expect(all?.getCell('H2').value).toBe(Math.round(Number(list.body.rows[0]?.total) * 100) / 100)
  expect(all?.getCell('M2').text).toContain('暂定')
})

/** Waits until no pass of the round runs, and answers the latest. */
async function rested() {
  for (;;) {
    const { run } = (await city.call(getRound, { params: { id: roundId } })).body
    if (run?.finishedAt) return run
    await new Promise((next) => setTimeout(next, 20))
  }
}

const askFor = (key: string) =>
  city.call(evaluateRound, { params: { id: roundId }, body: {} }, { 'idempotency-key': key })

test('who asks for a pass while one runs is told so, and the one that runs is left alone', async () => {
  const holder = await app.database.pool.connect()
  expect(await takePlace(holder, roundId)).toBe(true)
  const refused = await askFor('while one runs')
  await giveBack(holder, roundId)
  holder.release()
  expect(refused).toMatchObject({ status: 409, body: { code: 'evaluation.run-running' } })
  expect((await askFor('afterwards')).status).toBe(200)
  expect((await rested()).failedBecause).toBeNull()
})

test('a pass asked for twice with one key, at once or long afterwards, is one pass and stays as it ended', async () => {
  const asked = await Promise.all([askFor('double click'), askFor('double click'), askFor('double click')])
  const runs = new Set(asked.map(({ body }) => body.runId))
  expect(runs.size).toBe(1)
  const ended = await rested()
  expect(ended).toMatchObject({ id: [...runs][0], failedBecause: null })
  await askFor('double click')
  await runPass(app.engine, app.context, roundId, ended.id)
  expect(await rested()).toEqual(ended)
})

test('a pass that a killed server left in the middle is shown as broken off after the next start, and the old scores stay', async () => {
  const before = (await city.call(getRound, { params: { id: roundId } })).body
  await app.database.pool.query(
    `INSERT INTO evaluation.run (round_id, started_at, stage, edition_hash) VALUES ($1, now(), 'street', '')`,
    [roundId],
  )
  await settleAbandoned(app.context)
  const after = (await city.call(getRound, { params: { id: roundId } })).body
  expect(after.run?.failedBecause).toBe('计算中途服务停止，未改变已有得分。请重新计算。')
  expect([after.evaluatedAt, after.tables]).toEqual([before.evaluatedAt, before.tables])
})

test('A.3.2: whoever a project lies under grades its firm there, a committee only its own compound’s and only its own rows', async () => {
  const { rows: found } = await app.database.pool.query<{ street: string; compound: string }>(
    `SELECT (SELECT id FROM organisations.place WHERE kind = 'street') AS street, (SELECT id FROM organisations.place WHERE kind = 'compound') AS compound`,
  )
  const committeeId = randomUUID()
  await app.database.pool.query(
    `INSERT INTO organisations.body (id, kind, name, place_id, valid_from, pinyin, initials) VALUES ($1, 'owners-committee', '示例业委会', $2, '2024-01-01', '', '')`,
    [committeeId, found[0]?.compound],
  )
  await app.database.pool.query(
    `INSERT INTO organisations.committee (body_id, compound_id, seats, elected_on, filed_on) VALUES ($1, $2, 5, '2024-01-01', '2024-01-20')`,
    [committeeId, found[0]?.compound],
  )
  const street = await app.person({ role: 'street-official', placeId: found[0]?.street })
  const committee = await app.person({ role: 'committee', bodyId: committeeId })
  const about = {
    year: 2026,
    place: '150203000000',
    uscc: '91350100M000100Y43',
    provenance: 'declared' as const,
  }
  const graded = { ...about, project: compoundCode }
  const byStreet = await street.call(declareFact, { body: { ...graded, fact: '2-08', value: '2' } })
  const byCommittee = await committee.call(declareFact, { body: { ...graded, fact: '2-14', value: '良' } })
  expect([byStreet.status, byCommittee.status]).toEqual([200, 200])
  const wholeDistrict = await street.call(declareFact, { body: { ...about, fact: '2-08', value: '2' } })
  const othersRow = await committee.call(declareFact, { body: { ...graded, fact: '2-08', value: '2' } })
  const ownPraise = await committee.call(declareFact, {
    body: {
      year: 2026,
      fact: '1-06',
      place: compoundCode,
      numerator: '12',
      denominator: '12',
      provenance: 'declared',
    },
  })
  expect([wholeDistrict.status, othersRow.status, ownPraise.status]).toEqual([422, 422, 422])
})

test('while a pass runs no subject is scored alone and the round is not closed; once closed its scores stay', async () => {
  const list = await city.call(listScores, { params: { id: roundId }, query: { kind: 'compound' } })
  const alone = { params: { id: roundId, subjectId: list.body.rows[0]?.subjectId as string }, body: {} }
  const closing = { params: { id: roundId }, body: { reason: '结果已公布' } }
  const holder = await app.database.pool.connect()
  expect(await takePlace(holder, roundId)).toBe(true)
  const refused = [await city.call(evaluateSubject, alone), await city.call(closeRound, closing)]
  await giveBack(holder, roundId)
  holder.release()
  expect(refused.map(({ status }) => status)).toEqual([409, 409])
  const answers = [await city.call(evaluateSubject, alone), await city.call(closeRound, closing)]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const after = [await city.call(evaluateSubject, alone), await askFor('after the end')]
  expect(after.map(({ status }) => status)).toEqual([409, 409])
})
