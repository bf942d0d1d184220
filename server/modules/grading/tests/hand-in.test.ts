import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerQuestion,
  getTask,
  listTasks,
  recuse,
  submitTask,
  takeTask,
} from '../../../../contracts/grading/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo } from '../../evaluation/testing/small-city.ts'
import { reopenTask } from '../index.ts'
import {
  gradedCity,
  type GradedCity,
  gradeOf,
  holderOf,
  send,
  taskOf,
  tasksOf,
  wholeTask,
} from './graded-city.ts'

let city: GradedCity
beforeAll(async () => {
  city = await gradedCity()
}, 60_000)
afterAll(() => city.app.close())

describe('handing in', () => {
  test('asks for every row, keeps who was there, and happens once', async () => {
    const person = await holderOf(city, '阳光小区')
    const task = await taskOf(person, '阳光小区')
    const hand = () =>
      person.call(submitTask, {
        params: { id: task.id },
        body: { attendance: [{ who: '物业项目负责人' }, { who: '社区网格员' }], note: '现场完成' },
      })
    const early = await hand()
    expect(early.status).toBe(409)
    expect(early.body).toMatchObject({ code: 'grading.rows-ungraded' })
    const outcomes = await send(person, ...wholeTask(task))
    expect(outcomes.filter(({ outcome }) => outcome !== 'saved')).toEqual([])
    expect((await hand()).body).toEqual({ state: 'submitted' })
    expect((await hand()).body).toEqual({ state: 'submitted' })
    const { body } = await person.call(getTask, { params: { id: task.id } })
    expect(body.attendance.map(({ who }) => who)).toEqual(['物业项目负责人', '社区网格员'])
    expect(await send(person, gradeOf(task.id, '1-03', '是', { baseVersion: 1 }))).toMatchObject([
      { outcome: 'refused', code: 'grading.submitted' },
    ])
    expect((await person.call(recuse, { params: { id: task.id }, body: { reason: '亲属' } })).status).toBe(
      409,
    )
  })

  test('the bureau sees how far all are, and no evaluator’s name', async () => {
    const { body } = await city.bureau.call(listTasks, { query: { grader: '考核组', limit: 200 } })
    expect(body.rows.length).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify(body.rows)).not.toMatch(/测试\d/)
    expect(body.rows.find(({ subjectName, second }) => subjectName === '阳光小区' && !second)).toMatchObject({
      state: 'submitted',
    })
  })
})

describe('after the stage', () => {
  let sentBack: { person: Person; task: Awaited<ReturnType<typeof taskOf>> }
  test('a question opens one row again; it is answered by another grade, or in words', async () => {
    const { app, clock, roundId, bureau } = city
    const person = await holderOf(city, '阳光小区')
    const task = await taskOf(person, '阳光小区')
    sentBack = { person, task }
    const [first, second] = task.rows.filter(({ mechanism }) => mechanism === 'grade').map(({ id }) => id)
    const holder = await holderOf(city, '和谐家园')
    const late = await taskOf(holder, '和谐家园')
    await send(holder, ...wholeTask(late))
    const [office] = await tasksOf(city.city.people.street)
    await advanceTo(app, clock, { bureau, roundId }, 'moderation')
    expect(await send(holder, gradeOf(late.id, late.rows[0]?.id ?? '', '是'))).toMatchObject([
      { outcome: 'refused' },
    ])
    // Nothing is taken, or handed in that nobody sent back, when the stage is over.
    const lateHand = await holder.call(submitTask, { params: { id: late.id }, body: {} })
    expect(lateHand.body).toMatchObject({ code: 'grading.stage-over' })
    const taken = await city.city.people.street.call(takeTask, { params: { id: office?.id ?? '' }, body: {} })
    expect(taken.body).toMatchObject({ code: 'grading.stage-over' })
    const asked = await Promise.all(
      [first, second].map(async (row) =>
        reopenTask(await bureau.ctx(), {
          taskId: task.id,
          indicator: row ?? '',
          question: '与去年相差较大，请说明',
        }),
      ),
    )
    expect(asked[0]?.tells).toMatchObject([{ to: [{ accountId: person.id }] }])
    expect(await send(person, gradeOf(task.id, '1-03', '是', { baseVersion: 1 }))).toMatchObject([
      { outcome: 'refused', code: 'grading.row-not-asked' },
    ])
    expect(await send(person, gradeOf(task.id, first ?? '', '良', { baseVersion: 1 }))).toMatchObject([
      { outcome: 'saved' },
    ])
    const hand = () => person.call(submitTask, { params: { id: task.id }, body: {} })
    expect((await hand()).body).toMatchObject({ code: 'grading.questions-open' })
    const answered = await person.call(answerQuestion, {
      params: { id: task.id },
      body: { questionId: asked[1]?.questionId ?? '', answer: '已现场复核，维持原评分' },
    })
    expect(answered.status).toBe(200)
    expect((await hand()).body).toEqual({ state: 'submitted' })
  })

  test('a question that still waits is answered in moderation alone', async () => {
    const { app, bureau, roundId } = city
    const { person, task } = sentBack
    const row = task.rows[0]?.id ?? ''
    const asking = { taskId: task.id, indicator: row, question: '请再说明' }
    const { questionId } = await reopenTask(await bureau.ctx(), asking)
    const move = (state: string) =>
      app.database.pool.query('UPDATE evaluation.round SET state = $2 WHERE id = $1', [roundId, state])
    const answer = () =>
      person.call(answerQuestion, { params: { id: task.id }, body: { questionId, answer: '维持原评分' } })
    await move('publicity')
    expect((await answer()).body).toMatchObject({ code: 'grading.moderation-over' })
    const handed = await person.call(submitTask, { params: { id: task.id }, body: {} })
    expect(handed.body).toMatchObject({ code: 'grading.stage-over' })
    await move('moderation')
    expect((await answer()).status).toBe(200)
  })
})

test('tasks of a round that is past grading are listed only where that round is named', async () => {
  const { app, clock, bureau, roundId } = city
  await advanceTo(app, clock, { bureau, roundId }, 'publicity')
  expect((await bureau.call(listTasks, {})).body.rows).toEqual([])
  expect((await bureau.call(listTasks, { query: { round: roundId } })).body.rows.length).toBeGreaterThan(0)
})
