import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceRound, declareFact, getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import { answerQuestion, getTask } from '../../../../contracts/grading/staff.ts'
import {
  askGrader,
  chooseGrade,
  confirmReviews,
  examineRound,
  getModeration,
  getReview,
  listReviews,
} from '../../../../contracts/moderation/staff.ts'
import { score, travel } from '../../evaluation/testing/small-city.ts'
import { gradeOf, send } from '../../grading/tests/graded-city.ts'
import { firstGraderOf, type ModeratedCity, moderatedCity, proved, reviewOf } from './moderated-city.ts'

let town: ModeratedCity
const [garden, harmony, sunshine] = ['幸福花园', '和谐家园', '阳光小区'] as const
beforeAll(async () => {
  town = await moderatedCity()
}, 90_000)
afterAll(() => town.app.close())

const review = (name: string, person = town.moderator) => reviewOf(person, town.roundId, name)
const confirm = (
  reviews: { id: string; hash: string | null }[],
  note: string | null = '逐项核对过，与现场记录一致',
  person = town.moderator,
) =>
  person.call(confirmReviews, {
    body: { reviews: reviews.map(({ id, hash }) => ({ id, hash: hash ?? '' })), note },
  })

test('entering the stage gives every subject a review; rows without evidence are flagged', async () => {
  const { body } = await town.moderator.call(listReviews, { query: { round: town.roundId } })
  expect(new Set(body.rows.map((row) => row.kind))).toEqual(
    new Set(['compound', 'enterprise', 'street', 'community', 'district']),
  )
  expect(body.rows[0]).toMatchObject({ state: 'open', ownHand: null })
  expect(body.rows[0]?.openFlags).toBeGreaterThan(0)
  const page = await town.moderator.call(getReview, { params: { id: (await review(garden)).id } })
  const flagged = page.body.rows.find((row) => row.flags.some(({ kind }) => kind === 'no-evidence'))
  expect(flagged?.grades[0]).toMatchObject({ grader: expect.stringMatching(/^考核组-0\d$/), second: false })
  expect(flagged?.flags[0]?.zh).toBe('本项要求佐证，评分时没有附上')
  const overview = await town.moderator.call(getModeration, { params: { id: town.roundId } })
  expect(overview.body).toMatchObject({ confirmed: 0, subjects: body.rows.length })
})

test('moderating belongs to the bureaus, each in its own places, with a second factor shown', async () => {
  const { firmA, street, auditor } = town.city.people
  const unproved = await town.app.person({ role: 'district-official', placeId: town.city.districtId })
  expect((await firmA.call(listReviews)).status).toBe(403)
  expect((await street.call(listReviews)).status).toBe(403)
  expect(
    (await auditor.call(listReviews, { query: { round: town.roundId } })).body.rows.length,
  ).toBeGreaterThan(0)
  const one = await review(garden)
  expect((await confirm([one], null, auditor)).status).toBe(403)
  expect((await confirm([one], null, unproved)).body).toMatchObject({
    code: expect.stringMatching(/second-factor/),
  })
})

test('两人制: whoever had a hand in a score does not confirm it, however it is asked', async () => {
  const official = await proved(
    town,
    await town.app.person({ role: 'city-official', placeId: town.app.cityId }),
  )
  const { compounds } = town.city
  const { year, fact, rest } = { year: 2026, fact: 'sanitation-grade', rest: { note: '抽查', evidence: '' } }
  // Facts are taken until moderation begins: written as it was then.
  await town.app.database.pool.query(
    `INSERT INTO evaluation.declared_fact (id, year, fact, place_id, value, note, provenance, recorded_by, recorded_at, grader)
     VALUES ($1, $2, $3, $4, 1, $5, 'declared', $6, '2026-03-01T00:00:00Z', '')`,
    [randomUUID(), year, fact, compounds[2]?.id, rest.note, official.id],
  )
  expect(declareFact.verb).toBe('evaluation.declare-facts')
  const own = await review(sunshine, official)
  expect(own).toMatchObject({ ownHand: 'declared', can: { 'moderation.confirm': false } })
  const refused = await confirm([own], '照此确认没有问题', official)
  expect(refused).toMatchObject({ status: 403, body: { code: 'moderation.own-hand' } })
  expect(refused.body).toMatchObject({ detail: expect.stringContaining('须由另一名有权人员复核') })
  const bulk = await confirm([own, await review(harmony, official)], '照此确认没有问题', official)
  expect(bulk.body).toMatchObject({
    confirmed: 1,
    refused: [{ name: sunshine, code: 'moderation.own-hand' }],
  })
})

test('flags are explained before a score is confirmed, and one line of the trail holds the hashes', async () => {
  const one = await review(garden)
  expect((await confirm([one], null)).body).toMatchObject({ code: 'moderation.note-missing' })
  const many = await Promise.all([review(garden), review(sunshine)])
  const done = await confirm(many)
  expect(done.body).toEqual({ confirmed: 2, refused: [] })
  const { rows } = await town.app.database.pool.query(
    `SELECT detail FROM platform.audit_entry WHERE verb = 'moderation.confirm' ORDER BY id DESC LIMIT 1`,
  )
  expect(rows[0].detail.confirmed).toEqual(expect.arrayContaining(many.map(({ id, hash }) => ({ id, hash }))))
  expect(await review(garden)).toMatchObject({ state: 'confirmed', openFlags: 0 })
})

test('of two who confirm at once one does, and the other is told who did', async () => {
  const street = (await town.moderator.call(listReviews, { query: { round: town.roundId, kind: 'street' } }))
    .body.rows
  const both = await Promise.all([confirm(street), confirm(street, '我也核对过了', town.second)])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const other = both.find(({ status }) => status === 409)
  expect(other?.body).toMatchObject({ code: 'moderation.confirmed-already' })
})

test('a question reopens the row; the answer comes back; a grade anew takes the confirmation away', async () => {
  const { grader, taskId, row } = await firstGraderOf(town, garden)
  const one = await review(garden)
  const ask = (over: object = {}) =>
    town.moderator.call(askGrader, {
      params: { id: one.id },
      body: { taskId, row, question: '现场照片与评分不符，请核实', ...over },
    })
  expect((await ask({ row: '1-99' })).body).toMatchObject({ code: 'moderation.not-graded' })
  expect((await ask({ taskId: randomUUID() })).body).toMatchObject({ code: 'moderation.not-graded' })
  expect((await ask()).status).toBe(200)
  expect((await ask()).body).toMatchObject({ code: 'moderation.asked-already' })
  expect((await review(garden)).openQuestions).toBe(1)

  const stages = await town.bureau.call(getRoundStages, { params: { id: town.roundId } })
  expect(stages.body.progress).toContainEqual(
    expect.objectContaining({ zh: '复核提问的答复', total: 1, done: 0, districtName: '昆都仑区' }),
  )
  // Explained: the grade stays, and so does the confirmation.
  const held = await grader.call(getTask, { params: { id: taskId } })
  const [question] = held.body.questions
  const answer = { questionId: question?.id ?? '', answer: '照片拍于保洁之前，评分按当日复查结果' }
  expect((await grader.call(answerQuestion, { params: { id: taskId }, body: answer })).status).toBe(200)
  expect(await review(garden)).toMatchObject({ openQuestions: 0, state: 'confirmed' })

  const later = (minutes: number) => new Date(town.clock.now().getTime() + minutes * 60_000).toISOString()
  await travel(town.app, town.clock, later(1))
  // Graded anew: the scores are computed again, and what was confirmed is not what stands.
  expect((await ask({ question: '请再看一次，是否应为良' })).status).toBe(200)
  const [outcome] = await send(grader, gradeOf(taskId, row, '中', { baseVersion: 1 }))
  expect(outcome).toMatchObject({ outcome: 'saved' })
  const refused = await town.bureau.call(advanceRound, {
    params: { id: town.roundId },
    body: { from: 'moderation', decision: '测试：不再等待' },
  })
  expect(refused.body).toMatchObject({ code: 'evaluation.scores-stale' })
  await travel(town.app, town.clock, later(1))
  await score(town.bureau, town.roundId)
  const after = await review(garden)
  expect(after).toMatchObject({ state: 'changed', openQuestions: 0 })
  const overview = await town.moderator.call(getModeration, { params: { id: town.roundId } })
  expect(overview.body).toMatchObject({ outdated: true, changed: 1 })
  expect((await confirm([one])).body).toMatchObject({ code: 'moderation.score-changed' })
  expect((await town.moderator.call(examineRound, { params: { id: town.roundId }, body: {} })).status).toBe(
    200,
  )
  expect((await confirm([after])).status).toBe(200)
})

test('bad input is refused in words, and another’s review is not in sight', async () => {
  const one = await review(harmony)
  expect((await town.moderator.call(confirmReviews, { body: { reviews: [] } })).status).toBe(400)
  expect((await confirm([{ id: randomUUID(), hash: 'a'.repeat(64) }])).status).toBe(404)
  const elsewhere = await proved(
    town,
    await town.app.person({ role: 'district-official', placeId: town.city.communityId }),
  )
  const garden1 = await review(garden, elsewhere)
  expect(garden1.name).toBe(garden)
  const noSecond = await town.moderator.call(chooseGrade, {
    params: { id: one.id },
    body: { taskId: randomUUID(), row: '1-08', choice: 'mean', reason: '两者相差不大' },
  })
  expect(noSecond.body).toMatchObject({ code: 'moderation.no-second' })
})

test('once published nothing is moderated any more', async () => {
  const one = await review(harmony)
  const moved = await town.bureau.call(advanceRound, {
    params: { id: town.roundId },
    body: { from: 'moderation', decision: '其余对象无评分，不再等待' },
  })
  expect(moved.status).toBe(200)
  expect((await confirm([one])).body).toMatchObject({ code: 'moderation.not-in-moderation' })
})
