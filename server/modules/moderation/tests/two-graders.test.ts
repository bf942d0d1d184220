import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSubjectScore } from '../../../../contracts/evaluation/staff.ts'
import {
  chooseGrade,
  confirmReviews,
  examineRound,
  exportPairs,
  getAgreement,
  getReview,
  listPairs,
  listReviews,
} from '../../../../contracts/moderation/staff.ts'
import { score, travel } from '../../evaluation/testing/small-city.ts'
import { whileMoving } from '../../evaluation/testing/while-moving.ts'
import { firstGraderOf, type ModeratedCity, moderatedCity, reviewOf } from './moderated-city.ts'

let town: ModeratedCity
let taskId: string
let row: string
const garden = '幸福花园'

/** Whoever was drawn as the second grader of a compound said one level less in one row, and the same in all others. */
async function gradedTwice(): Promise<void> {
  const { pool } = town.app.database
  const first = await firstGraderOf(town, garden)
  ;({ taskId, row } = first)
  const other = town.city.evaluators.find(({ id }) => id !== first.grader.id)
  // The draw's own sample is another compound each time.
  const sampled = `(SELECT id FROM grading.task WHERE second)`
  await pool.query(
    `DELETE FROM grading.grade_version WHERE grade_id IN (SELECT id FROM grading.grade WHERE task_id IN ${sampled})`,
  )
  await pool.query(`DELETE FROM grading.grade WHERE task_id IN ${sampled}`)
  await pool.query('DELETE FROM grading.task WHERE second')
  await pool.query(
    `INSERT INTO grading.task (id, round_id, subject_id, project_id, grader, seat_id, second, place_id, rows, state)
     SELECT gen_random_uuid(), round_id, subject_id, project_id, grader, (SELECT id FROM grading.seat WHERE account_id = $2 AND round_id = t.round_id),
       true, place_id, rows, 'submitted' FROM grading.task t WHERE id = $1`,
    [taskId, other?.id],
  )
  await pool.query(
    `INSERT INTO grading.grade (id, task_id, indicator, sent_id, numerator, denominator, value, named, not_applicable, comment, graded_by,
       graded_at, recorded_at)
     SELECT gen_random_uuid(), second.id, g.indicator, gen_random_uuid(), g.numerator, g.denominator,
       CASE WHEN g.indicator = $3 THEN NULL ELSE g.value END, CASE WHEN g.indicator = $3 THEN '中' ELSE g.named END, g.not_applicable, '', $2,
       g.graded_at, g.recorded_at
     FROM grading.grade g JOIN grading.task t ON t.id = g.task_id
     JOIN grading.task second ON second.subject_id = t.subject_id AND second.second WHERE t.id = $1`,
    [taskId, other?.id, row],
  )
}

beforeAll(async () => {
  town = await moderatedCity()
  await gradedTwice()
}, 90_000)
afterAll(() => town.app.close())

const points = async () => {
  const { subjectId } = await reviewOf(town.moderator, town.roundId, garden)
  const { body } = await town.moderator.call(getSubjectScore, { params: { id: town.roundId, subjectId } })
  const found = body.rows.find(({ id }) => id === row)
  return Number(found?.points) / Number(found?.max)
}
const later = async () =>
  await travel(town.app, town.clock, new Date(town.clock.now().getTime() + 60_000).toISOString())

test('the report tells how far they agree, with intervals and the rows behind it', async () => {
  const { body } = await town.moderator.call(getAgreement, { params: { id: town.roundId } })
  expect(body).toMatchObject({ subjects: 1, exact: body.compared - 1 })
  expect(body.exactShare?.low).toBeLessThan(body.exactShare?.value ?? 0)
  expect(body.crossing.flat().reduce((sum, n) => sum + n, 0)).toBe(body.graded)
  expect(body.meanDifference).toBeGreaterThan(0)
  const query = { round: town.roundId }
  const all = await town.moderator.call(listPairs, { query })
  expect(all.body.rows).toHaveLength(body.pairs)
  const differing = await town.moderator.call(listPairs, { query: { ...query, differing: 'yes' } })
  expect(differing.body.rows).toMatchObject([
    { row, firstSaid: { named: '优' }, secondSaid: { named: '中' } },
  ])
  expect(Number(differing.body.rows[0]?.difference)).toBeGreaterThan(0)
  const file = await town.app.http.inject({
    url: exportPairs.path,
    query,
    cookies: { gongzhi_session: town.moderator.token },
  })
  expect(file.statusCode).toBe(200)
  expect((await town.city.people.firmA.call(listPairs, { query })).status).toBe(403)
})

test('where they disagree the row is flagged; the mean of both counts, and whoever chose does not confirm', async () => {
  await town.moderator.call(examineRound, { params: { id: town.roundId }, body: {} })
  const flagged = await town.moderator.call(listReviews, {
    query: { round: town.roundId, flag: 'graders-disagree' },
  })
  expect(flagged.body.rows.map(({ name }) => name)).toEqual([garden])
  const before = await points()
  const { id } = await reviewOf(town.moderator, town.roundId, garden)
  const choose = (choice: 'first' | 'second' | 'mean', of = row) =>
    town.moderator.call(chooseGrade, {
      params: { id },
      body: { taskId, row: of, choice, reason: '两名考核人员意见相近，取平均' },
    })
  expect((await choose('mean', '1-99')).body).toMatchObject({ code: 'moderation.no-second' })
  await later()
  expect((await choose('mean')).body).toEqual({ chosen: 'mean' })
  await later()
  await score(town.bureau, town.roundId)
  expect([before, await points()]).toEqual([1, 0.75])
  const { body: page } = await town.moderator.call(getReview, { params: { id } })
  const shown = page.rows.find((one) => one.id === row)
  expect(shown?.chosen).toMatchObject({ choice: 'mean' })
  expect(shown?.flags.find(({ kind }) => kind === 'graders-disagree')?.settledAt).not.toBeNull()
  expect(page.events[0]).toMatchObject({ kind: 'chosen', row })
  const own = await reviewOf(town.moderator, town.roundId, garden)
  expect(own.ownHand).toBe('chosen')
  const body = { reviews: [{ id, hash: own.hash ?? '' }], note: '两名评分人已取平均' }
  expect((await town.moderator.call(confirmReviews, { body })).body).toMatchObject({
    code: 'moderation.own-hand',
  })
  expect((await town.second.call(confirmReviews, { body })).body).toEqual({ confirmed: 1, refused: [] })

  // Another look: the second grader's reading takes its place, and the earlier one is kept as a version.
  await later()
  expect((await choose('second')).status).toBe(200)
  await later()
  await score(town.bureau, town.roundId)
  expect(await points()).toBe(0.5)
  const { rows } = await town.app.database.pool.query(
    `SELECT count(*)::integer AS n FROM evaluation.declared_fact_version v JOIN evaluation.declared_fact f ON f.id = v.fact_id
     WHERE f.note LIKE '复核%'`,
  )
  expect(rows[0].n).toBe(2)
})

test('whoever chooses a grade while the moderation ends waits, and is told that it is over', async () => {
  const { id } = await reviewOf(town.moderator, town.roundId, garden)
  const round = { id: town.roundId, year: 2026, to: 'publicity' as const }
  const late = await whileMoving(town.app, round, () =>
    town.moderator.call(chooseGrade, {
      params: { id },
      body: { taskId, row, choice: 'first', reason: '以第一名考核人员为准' },
    }),
  )
  expect(late).toMatchObject({ status: 409, body: { code: 'moderation.not-in-moderation' } })
})
