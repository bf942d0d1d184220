import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import {
  declareTies,
  listConflicts,
  settleConflict,
  submitTask,
} from '../../../../contracts/grading/staff.ts'
import { examineRound } from '../../../../contracts/moderation/staff.ts'
import { listNotices } from '../../../../contracts/notices/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo, score } from '../../evaluation/testing/small-city.ts'
import { gradeOf, send, tasksOf, wholeTask } from '../../grading/tests/graded-city.ts'
import { firstGraderOf, type ModeratedCity, moderatedCity } from './moderated-city.ts'

let town: ModeratedCity
beforeAll(async () => {
  town = await moderatedCity()
}, 90_000)
afterAll(() => town.app.close())

const query = async (text: string, values: unknown[] = []) =>
  (await town.app.database.pool.query<Record<string, unknown>>(text, values)).rows
const tieTo = (person: Person, compound: number) =>
  person.call(declareTies, { body: { ties: [{ kind: 'kin', placeId: town.city.compounds[compound]?.id }] } })
const work = async () =>
  (await town.bureau.call(getRoundStages, { params: { id: town.roundId } })).body.progress.find(
    ({ zh }) => zh === '因回避重评的任务',
  )
/** Whoever has the task now grades it whole and hands it in. */
async function gradeAnew(taskId: string): Promise<Person> {
  for (const person of town.city.evaluators) {
    const task = (await tasksOf(person)).find(({ id }) => id === taskId)
    if (!task) continue
    expect((await send(person, ...wholeTask(task))).every(({ outcome }) => outcome === 'saved')).toBe(true)
    expect((await person.call(submitTask, { params: { id: taskId }, body: {} })).status).toBe(200)
    return person
  }
  throw new Error('nobody has it')
}

test('A.1.4: a tie declared after the hand-in sets the grades aside before publicity; another grades anew, moderators are told, the stage waits', async () => {
  const { grader, taskId, row } = await firstGraderOf(town, '幸福花园')
  expect((await tieTo(grader, 0)).body).toMatchObject({ reassigned: 1, late: 0 })
  expect(
    await query(
      'SELECT count(*)::integer AS n FROM grading.grade WHERE task_id = $1 AND set_aside_at IS NULL',
      [taskId],
    ),
  ).toEqual([{ n: 0 }])
  const [withdrawn] = await query(
    `SELECT count(*) FILTER (WHERE f.standing <> 'withdrawn')::integer AS standing, count(*)::integer AS all
     FROM evaluation.declared_fact f JOIN grading.recusal x ON x.task_id = $1 AND f.grader = x.from_seat WHERE f.place_id = $2`,
    [taskId, town.city.compounds[0]?.id],
  )
  expect(withdrawn).toMatchObject({ standing: 0 })
  expect(Number(withdrawn?.all)).toBeGreaterThan(0)
  expect(await work()).toMatchObject({ total: 1, done: 0 })
  const told = (await town.moderator.call(listNotices)).body.rows.map(({ zh }) => zh)
  expect(told).toContainEqual(expect.stringMatching(/幸福花园.*须回避.*A\.1\.4/))
  expect(await send(grader, gradeOf(taskId, row, '优', { baseVersion: 1 }))).toMatchObject([
    { outcome: 'refused', code: 'grading.not-your-task' },
  ])
  const next = await gradeAnew(taskId)
  expect(next.id).not.toBe(grader.id)
  expect(await work()).toMatchObject({ total: 1, done: 1 })
})

test('a post that appears is found when the round is examined again: the work of its holder is taken back the same way', async () => {
  const { grader, taskId } = await firstGraderOf(town, '阳光小区')
  const { keys } = town.app.context
  const [phone, personId] = ['13800000003', randomUUID()]
  await query(
    'UPDATE accounts.account SET phone_sealed = $1, phone_print = $2, phone_mask = $3 WHERE id = $4',
    [keys.seal(phone), keys.fingerprint(phone), '138****0003', grader.id],
  )
  await query(
    `INSERT INTO organisations.person (id, name_sealed, name_print, name_mask, phone_sealed, phone_print, phone_mask)
     VALUES ($1, $2, $3, '示*', $4, $5, '138****0003')`,
    [personId, keys.seal('示例'), keys.fingerprint('示例'), keys.seal(phone), keys.fingerprint(phone)],
  )
  await query(
    `INSERT INTO organisations.post (id, person_id, body_id, role, place_id, valid_from)
     VALUES ($1, $2, $3, 'enterprise-head', $4, '2026-01-01')`,
    [randomUUID(), personId, town.city.firmB, town.app.cityId],
  )
  const before = Number((await work())?.total)
  const examined = await town.moderator.call(examineRound, { params: { id: town.roundId }, body: {} })
  expect(examined.status).toBe(200)
  expect(Number((await work())?.total)).toBe(before)
  expect((await gradeAnew(taskId)).id).not.toBe(grader.id)
})

test('once the result is out a tie changes nothing by itself: the bureau has it to look into, and writes what was done', async () => {
  await score(town.bureau, town.roundId)
  await advanceTo(town.app, town.clock, town, 'publicity')
  const { grader, taskId } = await firstGraderOf(town, '和谐家园')
  const standing = () => query('SELECT count(*)::integer AS n FROM grading.grade WHERE set_aside_at IS NULL')
  const before = await standing()
  const kept = (await query('SELECT kind, place_id AS "placeId" FROM grading.tie WHERE account_id = $1', [
    grader.id,
  ])) as { kind: 'kin'; placeId: string }[]
  const declared = await grader.call(declareTies, {
    body: { ties: [...kept, { kind: 'live', placeId: town.city.compounds[1]?.id }] },
  })
  expect(declared.body).toMatchObject({ reassigned: 0, late: 1 })
  expect(await standing()).toEqual(before)
  const { body } = await town.moderator.call(listConflicts)
  expect(body.conflicts).toMatchObject([
    { id: taskId, subjectName: '和谐家园', can: { 'grading.settle-conflicts': true } },
  ])
  expect(JSON.stringify(body)).not.toMatch(/live|kin|测试/)
  const settled = await town.moderator.call(settleConflict, {
    params: { id: taskId },
    body: { note: '抽查照片和签到，评分与现场相符，不再更正' },
  })
  expect(settled.status).toBe(200)
  expect((await town.moderator.call(listConflicts)).body.conflicts).toEqual([])
})
