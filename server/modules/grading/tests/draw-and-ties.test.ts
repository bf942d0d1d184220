import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advanceRound, getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import { getDrawPaper } from '../../../../contracts/grading/public.ts'
import {
  commitDraw,
  declareTies,
  findTiePlaces,
  getDraw,
  listTasks,
  myTies,
  recuse,
  runDraw,
  takeTask,
} from '../../../../contracts/grading/staff.ts'
import { advanceTo, travel } from '../../evaluation/testing/small-city.ts'
import { draw, drawables, seedHash } from '../draw.ts'
import { drawnAgain } from '../repeat-draw.ts'
import {
  drawNumber,
  type GradedCity,
  gradedCity,
  gradeOf,
  reportingCity,
  send,
  tasksOf,
} from './graded-city.ts'

describe('随机分配 (A.1.4 客观公正): committed to before, drawn by a public number, repeatable after', () => {
  let city: GradedCity
  beforeAll(async () => {
    city = await reportingCity()
  }, 60_000)
  afterAll(() => city.app.close())

  const commit = (over: object = {}) =>
    city.bureau.call(commitDraw, {
      params: { id: city.roundId },
      body: { numberName: '双色球第 2026130 期开奖号码', numberOn: '2026-12-10', ...over },
    })
  const run = (number: string, correction?: string) =>
    city.bureau.call(runDraw, { params: { id: city.roundId }, body: { number, correction } })
  const paper = async () =>
    (await city.city.people.firmA.call(getDrawPaper, { params: { id: city.roundId } })).body.paper

  test('the number lies in the future; the seed shows by its hash alone', async () => {
    expect((await run(drawNumber)).body).toMatchObject({ code: 'grading.not-committed' })
    expect((await commit({ numberOn: city.clock.today() })).body).toMatchObject({
      code: 'grading.number-not-future',
    })
    expect((await commit()).status).toBe(200)
    const shown = await paper()
    expect(shown).toMatchObject({ number: null, numbers: [], seed: null, assignments: [], subjects: [] })
    expect(shown?.commitment.seedHash).toMatch(/^[0-9a-f]{64}$/)
    expect(shown?.commitment.seats).toEqual(['考核组-01', '考核组-02', '考核组-03'])
    expect(shown?.commitment.subjects).toHaveLength(3)
    expect((await run(drawNumber)).body).toMatchObject({ code: 'grading.number-not-out' })
  })

  test('a commitment is replaced only before the number, with a reason', async () => {
    const before = (await paper())?.commitment.seedHash
    expect((await commit()).body).toMatchObject({ code: 'grading.committed-already' })
    expect((await commit({ reason: '增加了一名考核组成员' })).status).toBe(200)
    expect((await paper())?.commitment.seedHash).not.toBe(before)
  })

  test('two do not enter two numbers; a wrong one is corrected with a reason, before the first grade', async () => {
    await travel(city.app, city.clock, '2026-12-10T22:00:00+08:00')
    const [one, two] = await Promise.all([run('01 02 03 + 04'), run('01 02 03 + 05')])
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await run(one.status === 200 ? '01 02 03 + 04' : '01 02  03 + 05')).status).toBe(200)
    expect((await commit({ reason: '想换一个种子', numberOn: '2026-12-30' })).body).toMatchObject({
      code: 'grading.draw-late',
    })
    expect((await run(drawNumber)).body).toMatchObject({ code: 'grading.number-differs' })
    expect((await run(drawNumber, '录入时抄错了号码')).body).toEqual({ assigned: 3, unassigned: 0 })
    const shown = await paper()
    expect(shown).toMatchObject({ number: drawNumber, seed: null, assignments: [] })
    // What was entered first is not wiped out: it is published with the time, and the reason why it was replaced.
    expect(shown?.numbers).toEqual([
      { number: expect.stringMatching(/^01 02 03 \+ 0[45]$/), at: '2026-12-10T14:00:00.000Z', reason: null },
      { number: drawNumber, at: '2026-12-10T14:00:00.000Z', reason: '录入时抄错了号码' },
    ])
  })

  test('in the stage each evaluator has one compound, and the number stands after the first grade', async () => {
    const { app, clock, roundId, bureau } = city
    await advanceTo(app, clock, { bureau, roundId }, 'grading')
    const tasks = await Promise.all(city.city.evaluators.map(tasksOf))
    expect(tasks.map((list) => list.filter(({ second }) => !second).length)).toEqual([1, 1, 1])
    expect(tasks.flat().filter(({ second }) => second)).toHaveLength(1)
    const [task] = tasks[0] ?? []
    const row = task?.rows.find(({ mechanism }) => mechanism === 'grade')?.id ?? ''
    expect(await send(city.city.evaluators[0] as never, gradeOf(task?.id ?? '', row, '优'))).toMatchObject([
      { outcome: 'saved' },
    ])
    expect((await run('09 09', '再改一次号码')).body).toMatchObject({ code: 'grading.draw-graded' })
    const { body } = await bureau.call(getDraw, { params: { id: roundId } })
    expect(body).toMatchObject({ unassigned: 0, hasGrades: true, can: { 'grading.draw': true } })
    expect(body.loads.map(({ seat }) => seat)).toEqual(['考核组-01', '考核组-02', '考核组-03'])
  })

  test('when the grading is over the seed is revealed, and anybody gets the same draw from the paper', async () => {
    const { app, clock, roundId, bureau } = city
    await advanceTo(app, clock, { bureau, roundId }, 'moderation')
    const shown = await paper()
    if (!shown?.seed || !shown.number) throw new Error('nothing was revealed')
    expect(seedHash(shown.seed)).toBe(shown.commitment.seedHash)
    const again = draw({
      seed: shown.seed,
      number: shown.number,
      subjects: drawables(shown.subjects, shown.areas),
      seats: shown.commitment.seats,
      seconds: shown.seconds,
    })
    expect(again).toEqual(shown.assignments)
    expect(drawnAgain(shown)).toEqual({ same: true, faults: [] })
    const forged = { ...shown, seed: '00'.repeat(32) }
    expect(drawnAgain(forged).faults.length).toBeGreaterThan(0)
    const moved = shown.assignments.map((one, i) => (i === 0 ? { ...one, first: one.second } : one))
    expect(drawnAgain({ ...shown, assignments: moved }).same).toBe(false)
    const fewer = { ...shown.commitment, subjects: shown.commitment.subjects.slice(1) }
    expect(drawnAgain({ ...shown, commitment: fewer }).faults).toEqual([
      { fault: 'subject', subject: shown.commitment.subjects[0], is: 'added' },
    ])
    expect(JSON.stringify(shown)).not.toMatch(/测试\d/)
  })

  test('an evaluator and an enterprise draw nothing; who is not concerned sees it only on the public paper', async () => {
    const [evaluator] = city.city.evaluators
    const body = { numberName: '双色球', numberOn: '2027-12-10' }
    const tried = await evaluator?.call(commitDraw, { params: { id: city.roundId }, body })
    expect(tried?.status).toBe(403)
  })
})

describe('回避: nobody grades where he lives, owns, works or holds a post', () => {
  let city: GradedCity
  beforeAll(async () => {
    city = await gradedCity(async ({ app, city: { evaluators, compounds, firmB } }) => {
      const [one, two] = evaluators
      // The first lives in 幸福花园; the second works for firm B, which serves 阳光小区.
      await one?.call(declareTies, { body: { ties: [{ kind: 'live', placeId: compounds[0]?.id }] } })
      await two?.call(declareTies, { body: { ties: [{ kind: 'work', bodyId: firmB }] } })
      await app.person({ role: 'evaluator', placeId: app.cityId })
    })
  }, 60_000)
  afterAll(() => city.app.close())

  const query = async (text: string, values: unknown[] = []) =>
    (await city.app.database.pool.query<Record<string, unknown>>(text, values)).rows
  /** Whatever happened: no seat has a task that its account is barred from. */
  const met = () =>
    query(`SELECT task.id FROM grading.task task JOIN grading.seat seat ON seat.id = task.seat_id
      JOIN grading.bar bar ON bar.account_id = seat.account_id AND bar.subject_id = task.subject_id`)

  test('the draw passes over ties, of the firm as of the compound', async () => {
    const [one, two] = city.city.evaluators
    expect((await tasksOf(one as never)).map(({ subjectName }) => subjectName)).not.toContain('幸福花园')
    expect((await tasksOf(two as never)).map(({ subjectName }) => subjectName)).not.toContain('阳光小区')
    expect(await met()).toEqual([])
  })

  test('a tie declared later takes the task away at once, and the next seat of the draw gets it', async () => {
    const people = city.city.evaluators
    const compound = city.city.compounds[1]
    for (const person of people) {
      const task = (await tasksOf(person)).find(({ subjectName }) => subjectName === compound?.name)
      if (!task) continue
      const row = task.rows.find(({ mechanism }) => mechanism === 'grade')
      const graded = gradeOf(task.id, row?.id ?? '', '优')
      expect(await send(person, graded)).toMatchObject([{ outcome: 'saved' }])
      const before = (await person.call(myTies)).body.ties.map(({ kind, placeId, bodyId }) => ({
        kind,
        placeId,
        bodyId,
      }))
      const { body } = await person.call(declareTies, {
        body: { ties: [...before, { kind: 'kin', placeId: compound?.id }] },
      })
      expect(body.reassigned).toBe(1)
      expect((await tasksOf(person)).map(({ subjectName }) => subjectName)).not.toContain(compound?.name)
      // What was graded counts no more; its versions stay.
      expect(
        await query('SELECT standing FROM evaluation.declared_fact WHERE fact = $1 AND grader = $2', [
          row?.fact,
          task.seat,
        ]),
      ).toEqual(task.second ? [] : [{ standing: 'withdrawn' }])
      expect(await send(person, gradeOf(task.id, row?.id ?? '', '良', { baseVersion: 1 }))).toMatchObject([
        { outcome: 'refused', code: 'grading.not-your-task' },
      ])
      break
    }
    expect(await met()).toEqual([])
  })

  test('who steps back with a reason gets it never again; whoever follows begins anew', async () => {
    const all = [...city.city.evaluators]
    for (const person of all) {
      const task = (await tasksOf(person)).find(({ second }) => !second)
      if (!task) continue
      const answer = await person.call(recuse, {
        params: { id: task.id },
        body: { reason: '与项目经理是同学' },
      })
      expect(answer.status).toBe(200)
      expect((await tasksOf(person)).some(({ id }) => id === task.id)).toBe(false)
      const [moved] = await query(
        'SELECT from_seat, to_seat FROM grading.recusal WHERE task_id = $1 AND account_id = $2',
        [task.id, person.id],
      )
      expect(moved?.from_seat).toBe(task.seat)
      expect(moved?.to_seat).not.toBe(task.seat)
      break
    }
    expect(await met()).toEqual([])
  })

  test('a tie written past all actions shuts the task all the same: the guard is in the rows', async () => {
    const person = city.city.people.district
    const [task] = (await tasksOf(person)).filter(({ subjectName }) => subjectName === '示例甲物业')
    if (!task) throw new Error('no task')
    await query(
      `INSERT INTO grading.tie (id, account_id, kind, body_id, declared_at) VALUES (gen_random_uuid(), $1, 'own', $2, now())`,
      [person.id, city.city.firmA],
    )
    const row = task.rows.find(({ mechanism }) => mechanism === 'grade')?.id ?? ''
    expect(await send(person, gradeOf(task.id, row, '优'))).toMatchObject([
      { outcome: 'refused', code: 'grading.not-your-task' },
    ])
    expect((await person.call(takeTask, { params: { id: task.id }, body: {} })).status).toBe(404)
    expect((await tasksOf(person)).some(({ id }) => id === task.id)).toBe(false)
  })

  test('C33: a committee grades exactly its own firm, though its members live there; one with a tie to the firm abstains', async () => {
    const { app, city: small } = city
    const member = await app.person({ role: 'committee', bodyId: small.committee })
    await member.call(declareTies, { body: { ties: [{ kind: 'own', placeId: small.compounds[0]?.id }] } })
    expect((await tasksOf(member)).map(({ subjectName }) => subjectName)).toEqual(['示例甲物业'])
    await member.call(declareTies, { body: { ties: [{ kind: 'kin', bodyId: small.firmA }] } })
    expect(await tasksOf(member)).toEqual([])
    expect((await member.call(listTasks)).body.rows).toEqual([])
    expect(await tasksOf(small.people.committee)).toHaveLength(1)
  })

  test('ties are one’s own: nobody else reads them, and the trail holds them sealed', async () => {
    const [one, two] = city.city.evaluators
    const own = (await one?.call(myTies))?.body
    expect(own?.ties.some(({ kind, name }) => kind === 'live' && name === '幸福花园')).toBe(true)
    expect(own?.declaredAt).not.toBeNull()
    expect(JSON.stringify((await two?.call(myTies))?.body)).not.toContain('"live"')
    const trail = await query(
      "SELECT detail::text FROM platform.audit_entry WHERE verb = 'grading.declare-ties'",
    )
    expect(JSON.stringify(trail)).not.toContain(city.city.compounds[0]?.id)
    const found = (await one?.call(findTiePlaces, { query: { text: '幸福' } }))?.body.found
    expect(found?.map(({ name }) => name)).toContain('幸福花园')
    const wrong = await one?.call(declareTies, {
      body: { ties: [{ kind: 'live', placeId: '7f9c24e8-3b12-4f6a-9a0d-0242ac120002' }] },
    })
    expect(wrong?.body).toMatchObject({ code: 'grading.tie-unknown' })
  })

  test('the paper tells nothing of ties: the draw is repeated without them, seats are counted, every change bears one word', async () => {
    const { roundId } = city
    await query('UPDATE grading.draw SET revealed_at = now() WHERE round_id = $1', [roundId])
    const { paper } = (await city.city.people.firmA.call(getDrawPaper, { params: { id: roundId } })).body
    await query('UPDATE grading.draw SET revealed_at = NULL WHERE round_id = $1', [roundId])
    if (!paper) throw new Error('no paper')
    // Every seat stands open to every compound of its area, bound or not.
    expect(paper.subjects.map(({ seats }) => seats)).toEqual(
      paper.subjects.map(() => paper.commitment.seats.length),
    )
    expect(drawnAgain(paper)).toEqual({ same: true, faults: [] })
    const told = JSON.stringify(paper)
    expect(told).not.toMatch(/skip|tie|bar|live|kin|回避|利害|同学|reason":"/)
    expect(new Set(paper.reassignments.map(({ why }) => why))).toEqual(new Set(['调整']))
    // What was exchanged before the grading comes in two: which of the pairs stood in the way is not to be seen.
    const [kept] = await query('SELECT result, run_at FROM grading.draw WHERE round_id = $1', [roundId])
    expect(Object.keys(kept?.result as object).toSorted()).toEqual(
      ['areas', 'assignments', 'given', 'seconds', 'subjects'].toSorted(),
    )
  })

  test('the stage waits for all tasks, by district and role', async () => {
    const { body } = await city.bureau.call(getRoundStages, { params: { id: city.roundId } })
    const roles = new Set(body.progress.map(({ role }) => role))
    for (const role of ['evaluator', 'district-official', 'city-official', 'street-official', 'committee'])
      expect(roles).toContain(role)
    const refused = await city.bureau.call(advanceRound, {
      params: { id: city.roundId },
      body: { from: 'grading' },
    })
    expect(refused.body).toMatchObject({ code: 'evaluation.work-unfinished' })
  })
})
