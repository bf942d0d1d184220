import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appealDecided } from '../../../../contracts/exchange/events.ts'
import { getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import {
  assignAppeal,
  decideAppeal,
  exportAppeals,
  getAppeal,
  listAppeals,
  listCandidates,
  listOwnResults,
  withdrawAppeal,
} from '../../../../contracts/publicity/appeals.ts'
import { listNotices } from '../../../../contracts/notices/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo, morningAfter, travel } from '../../evaluation/testing/small-city.ts'
import type { ModeratedCity } from '../../moderation/tests/moderated-city.ts'
import {
  appealingCity,
  cityOfficial,
  eventsOf,
  evidenceOf,
  file,
  gradedRows,
  ownResult,
} from './appealing-city.ts'

let town: ModeratedCity
let firmA: Person
let gardenId: string
let rows: string[]
beforeAll(async () => {
  town = await appealingCity()
  ;({ firmA } = town.city.people)
  gardenId = (await ownResult(firmA, '幸福花园')).subjectId
  rows = await gradedRows(firmA, gardenId)
}, 90_000)
afterAll(() => town.app.close())

const row = (at: number): string => rows[at] ?? ''
const decideAs = (
  person: Person,
  id: string,
  decided: { indicator: string; outcome: 'upheld' | 'partly' | 'rejected'; entered?: object }[],
) =>
  person.call(decideAppeal, {
    params: { id },
    body: {
      answer: '经核实，逐项答复如下。',
      rows: decided.map((one) => ({ answer: '已核对照片与签到表', ...one })),
    },
  })

test('the scored body alone appeals, on rows of its own that were published', async () => {
  const { firmB, committee, city, street } = town.city.people
  expect((await file(firmB, gardenId, [row(0)])).status).toBe(404)
  expect((await file(committee, gardenId, [row(0)])).status).toBe(403)
  expect((await file(city, gardenId, [row(0)])).status).toBe(403)
  expect((await file(street, gardenId, [row(0)])).status).toBe(404)
  expect((await file(firmA, gardenId, ['4-99'])).body).toMatchObject({ code: 'publicity.row-not-shown' })
  expect((await file(firmA, gardenId, [row(0), row(0)])).body).toMatchObject({ code: 'publicity.row-twice' })
  expect((await file(firmA, gardenId, [])).status).toBe(400)
  expect((await file(firmA, gardenId, [row(0)], { documentIds: [randomUUID()] })).status).toBe(422)
  const own = (await firmA.call(listOwnResults)).body.results
  expect(own.map(({ name }) => name)).toEqual(['幸福花园', '和谐家园', '示例甲物业'])
  expect(own[0]).toMatchObject({ open: true, until: expect.stringMatching(/^2026-/) })
  expect((await ownResult(street, '少先路街道')).kind).toBe('street')
})

test('it is numbered, given to somebody who had no hand in it, and one is open per row', async () => {
  const documentIds = [await evidenceOf(town, firmA)]
  const id = randomUUID()
  const first = await file(firmA, gardenId, [row(0), row(1)], { id, documentIds })
  expect(first.body).toEqual({ id, number: 'SS-2026-0001', assigned: true })
  // The same appeal sent twice is one.
  expect((await file(firmA, gardenId, [row(0), row(1)], { id, documentIds })).body).toMatchObject({
    number: 'SS-2026-0001',
  })
  expect((await file(firmA, gardenId, [row(1), row(2)])).body).toMatchObject({
    code: 'publicity.row-appealed',
  })
  const both = await Promise.all([file(firmA, gardenId, [row(3)]), file(firmA, gardenId, [row(3)])])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const page = await town.moderator.call(getAppeal, { params: { id } })
  expect(page.body).toMatchObject({
    appeal: { appellant: '示例甲物业', rows: [row(0), row(1)], state: 'open' },
    evidence: [{ name: '签到表.pdf' }],
    assignments: [{ by: null, reason: '系统按在办件数自动分派' }],
  })
  // Whoever appeals sees his appeal, and nobody's name.
  const own = await firmA.call(getAppeal, { params: { id } })
  expect(own.body).toMatchObject({ appeal: { assignee: null, assigneeId: null }, assignments: [] })
  expect((await town.city.people.firmB.call(getAppeal, { params: { id } })).status).toBe(404)
  const stages = await town.bureau.call(getRoundStages, { params: { id: town.roundId } })
  expect(stages.body.progress.some(({ zh }) => zh === '申诉答复')).toBe(false)
})

test('neither who graded the row nor who moderated it may have it, by automatic choice or by the city’s', async () => {
  const { body: list } = await town.moderator.call(listAppeals, { query: { text: 'SS-2026-0001' } })
  const id = list.rows[0]?.id ?? ''
  const moderated = await cityOfficial(town)
  const free = await cityOfficial(town)
  await town.app.database.pool.query(
    `UPDATE moderation.review SET confirmed_hash = $1, confirmed_at = now(), confirmed_by = $2 WHERE subject_id = $3`,
    ['a'.repeat(64), moderated.id, gardenId],
  )
  const chosen = await town.moderator.call(listCandidates, { params: { id } })
  const ids = chosen.body.candidates.map((one) => one.id)
  expect(ids).toContain(free.id)
  expect(ids).not.toContain(moderated.id)
  const assign = (assigneeId: string, by = town.moderator) =>
    by.call(assignAppeal, { params: { id }, body: { assigneeId, reason: '原处理人外出' } })
  expect((await assign(moderated.id)).body).toMatchObject({ code: 'publicity.not-candidate' })
  expect((await assign(town.city.evaluators[0]?.id ?? '')).body).toMatchObject({
    code: 'publicity.not-candidate',
  })
  expect((await assign(free.id, town.city.people.district)).status).toBe(403)
  expect((await assign(free.id)).status).toBe(200)
  // Nobody but who has it decides; and who has had a hand in it since loses it.
  const rejected = [row(0), row(1)].map((indicator) => ({ indicator, outcome: 'rejected' as const }))
  expect((await decideAs(moderated, id, rejected)).body).toMatchObject({
    code: 'publicity.own-work',
    clause: 'A.1.4',
  })
  await town.app.database.pool.query(`UPDATE moderation.review SET confirmed_by = $1 WHERE subject_id = $2`, [
    free.id,
    gardenId,
  ])
  expect((await decideAs(free, id, rejected)).body).toMatchObject({ code: 'publicity.own-work' })
  await town.app.database.pool.query(`UPDATE moderation.review SET confirmed_by = $1 WHERE subject_id = $2`, [
    moderated.id,
    gardenId,
  ])
})

test('upheld rows are scored from the decided reading; ranks move, everybody concerned is told, systems hear of it', async () => {
  const { body: list } = await town.moderator.call(listAppeals, { query: { text: 'SS-2026-0001' } })
  const [appeal] = list.rows
  const id = appeal?.id ?? ''
  const handler = await cityOfficial(town)
  await town.moderator.call(assignAppeal, {
    params: { id },
    body: { assigneeId: handler.id, reason: '熟悉情况' },
  })
  const decide = (first: object, second: object) =>
    decideAs(handler, id, [
      { indicator: row(0), outcome: 'upheld', ...first },
      { indicator: row(1), outcome: 'rejected', ...second },
    ])
  expect((await decideAs(handler, id, [{ indicator: row(0), outcome: 'rejected' }])).body).toMatchObject({
    code: 'publicity.rows-incomplete',
  })
  expect((await decide({}, {})).body).toMatchObject({ code: 'publicity.reading-missing' })
  expect((await decide({ entered: { value: '优秀' } }, {})).status).toBe(422)
  // The grade was 优: what is found is less, so that it shows.
  const done = await decide({ entered: { value: '差' } }, {})
  expect(done.body).toMatchObject({ outcome: 'partly' })
  expect((await decide({ entered: { value: '差' } }, {})).status).toBe(409)
  const page = await firmA.call(getAppeal, { params: { id } })
  expect(page.body).toMatchObject({
    appeal: { outcome: 'partly', state: 'decided' },
    answer: '经核实，逐项答复如下。',
  })
  const [changed, stood] = page.body.rows
  expect(Number(changed?.pointsAfter)).toBe(0)
  expect(Number(changed?.pointsBefore)).toBeGreaterThan(0)
  expect(stood).toMatchObject({ outcome: 'rejected', reading: null })
  const own = page.body.shifts.find(({ subjectId }) => subjectId === gardenId)
  expect(Number(own?.totalAfter)).toBeLessThan(Number(own?.totalBefore))

  const [event] = await eventsOf(town, 'evaluation.appeal-decided')
  const data = appealDecided.parse(event)
  expect(data).toMatchObject({
    appealId: id,
    rows: [row(0), row(1)],
    decision: 'changed',
    total: own?.totalAfter,
    rank: own?.rankAfter,
    subject: { kind: 'compound', name: '幸福花园', uscc: null },
  })
  const told = (await firmA.call(listNotices)).body.rows.map(({ zh }) => zh)
  expect(told).toContainEqual(expect.stringContaining('已答复：部分成立'))
  const moved = page.body.shifts.filter(
    (one) => one.subjectId !== gardenId && one.rankBefore !== one.rankAfter,
  )
  expect(moved.length).toBeGreaterThan(0)
  const { firmB } = town.city.people
  const others = (await firmB.call(listNotices)).body.rows.map(({ zh }) => zh)
  expect([...told, ...others]).toContainEqual(expect.stringContaining('排名随之变化'))
})

test('an appeal is taken back by who made it, and the row may be appealed again while the term runs', async () => {
  const { body: list } = await firmA.call(listAppeals, { query: { state: 'open' } })
  const open = list.rows.find((one) => one.rows.includes(row(3)))
  const params = { id: open?.id ?? '' }
  expect((await town.city.people.firmB.call(withdrawAppeal, { params, body: {} })).status).toBe(404)
  expect((await firmA.call(withdrawAppeal, { params, body: {} })).status).toBe(200)
  expect((await firmA.call(withdrawAppeal, { params, body: {} })).body).toMatchObject({
    code: 'publicity.appeal-settled',
  })
  expect((await file(firmA, gardenId, [row(3)])).status).toBe(200)
  const exported = await town.app.http.inject({
    url: exportAppeals.path,
    cookies: { gongzhi_session: firmA.token },
  })
  expect(exported.statusCode).toBe(200)
})

test('after the term an appeal is refused with the day it ended and the clause; the stage waits for answers', async () => {
  const until = (await ownResult(firmA, '幸福花园')).until ?? ''
  await travel(town.app, town.clock, morningAfter(until))
  const late = await file(firmA, gardenId, [row(4)])
  expect(late).toMatchObject({ status: 409, body: { code: 'publicity.appeal-late', clause: 'A.1.4' } })
  expect(late.body).toMatchObject({ detail: expect.stringContaining(until) })
  await advanceTo(town.app, town.clock, town, 'appeals')
  expect((await file(firmA, gardenId, [row(4)])).body).toMatchObject({
    detail: expect.stringContaining(until),
  })
  const stages = await town.bureau.call(getRoundStages, { params: { id: town.roundId } })
  expect(stages.body.progress).toContainEqual(expect.objectContaining({ zh: '申诉答复', total: 3, done: 2 }))
})
