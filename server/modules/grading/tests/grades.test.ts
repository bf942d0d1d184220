import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getTask, takeTask } from '../../../../contracts/grading/staff.ts'
import { getPoint } from '../../../../contracts/evaluation/staff.ts'
import {
  fitting,
  gradedCity,
  type GradedCity,
  gradeOf,
  holderOf,
  send,
  taskOf,
  tasksOf,
} from './graded-city.ts'

let city: GradedCity
beforeAll(async () => {
  city = await gradedCity()
}, 60_000)
afterAll(() => city.app.close())

const graders = (tasks: { grader: string }[]) => new Set(tasks.map(({ grader }) => grader))
const stored = async (text: string, values: unknown[]) =>
  (await city.app.database.pool.query<Record<string, unknown>>(text, values)).rows

describe('评价主体 (A.1-A.4): tasks for exactly the rows that each role scores', () => {
  test('evaluators get compounds, each one; offices and committees what the tables give them', async () => {
    const { people, evaluators } = city.city
    const drawn = (await Promise.all(evaluators.map(tasksOf))).flat()
    expect(
      drawn
        .filter(({ second }) => !second)
        .map(({ subjectName }) => subjectName)
        .sort(),
    ).toEqual(['和谐家园', '幸福花园', '阳光小区'].sort())
    expect(graders(drawn)).toEqual(new Set(['考核组']))
    expect(graders(await tasksOf(people.district))).toEqual(new Set(['物业主管部门', '区物业主管部门']))
    expect(graders(await tasksOf(people.city))).toEqual(new Set(['市物业主管部门']))
    expect(graders(await tasksOf(people.street))).toEqual(new Set(['街道社区']))
    const committee = await tasksOf(people.committee)
    expect(
      committee.map(({ subjectName, projectName, grader }) => [subjectName, projectName, grader]),
    ).toEqual([['示例甲物业', '幸福花园', '业委会']])
    expect(await tasksOf(people.community)).toHaveLength(3)
  })

  test('no survey of owners, no incident of the negative list and no 2-20 is anybody’s task', async () => {
    const all = await stored('SELECT DISTINCT unnest(rows) AS row FROM grading.task ORDER BY 1', [])
    const rows = all.map(({ row }) => row)
    expect(rows).not.toContain('2-20')
    const deductions = Object.values(city.app.engine.editions.shipped.rows)
      .flatMap((tables) => Object.values(tables).flat())
      .filter(({ mechanism, evaluator }) => mechanism === 'deduction' || evaluator === '业主')
    for (const { id } of deductions) expect(rows).not.toContain(id)
    // Nothing is asked twice of one grader about one subject.
    const twice = await stored(
      'SELECT id FROM grading.task WHERE cardinality(rows) <> (SELECT count(DISTINCT row) FROM unnest(rows) AS row)',
      [],
    )
    expect(twice).toEqual([])
    for (const task of (await Promise.all(city.city.evaluators.map(tasksOf))).flat())
      expect(new Set(task.rows.map(({ fact }) => fact)).size).toBe(task.rows.length)
  })

  test('rows come in the table’s order, with rubric, and computed values as proposals', async () => {
    const task = await taskOf(await holderOf(city, '幸福花园'), '幸福花园')
    const ids = task.rows.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    const graded = task.rows.find(({ mechanism }) => mechanism === 'grade')
    expect(graded?.rubric.map(({ level }) => level)).toEqual(['优', '良', '中', '差'])
    expect(graded?.rubric[0]?.signs.length).toBeGreaterThan(4)
    const formed = task.rows.find(({ id }) => id === '1-03')
    expect(formed?.proposals).toMatchObject([{ provenance: 'computed', words: '是' }])
  })
})

describe('a grade', () => {
  test('sent twice counts once; with other contents under the same id it is refused', async () => {
    const person = await holderOf(city, '幸福花园')
    const task = await taskOf(person, '幸福花园')
    const row = task.rows.find(({ mechanism }) => mechanism === 'grade')?.id ?? ''
    const sent = gradeOf(task.id, row, '优', { latitude: 40.6, longitude: 109.8 })
    expect((await send(person, sent))[0]).toMatchObject({
      outcome: 'saved',
      grade: { version: 1, mine: true },
    })
    expect((await send(person, sent, sent)).map(({ outcome }) => outcome)).toEqual(['same', 'same'])
    expect(await send(person, { ...sent, comment: '改过' })).toMatchObject([
      { outcome: 'refused', code: 'grading.id-reused' },
    ])
    expect(
      await stored('SELECT version FROM grading.grade WHERE task_id = $1 AND indicator = $2', [task.id, row]),
    ).toEqual([{ version: 1 }])
    const again = { ...gradeOf(task.id, row, '良'), baseVersion: 1 }
    expect(await send(person, again)).toMatchObject([{ outcome: 'saved', grade: { version: 2 } }])
    // From another device that saw the first version: both are shown, nothing is lost.
    const other = { ...gradeOf(task.id, row, '差'), baseVersion: 1, deviceId: 'telephone-2' }
    expect(await send(person, other)).toMatchObject([
      { outcome: 'conflict', theirs: { version: 2, said: { named: '良' } } },
    ])
    const versions = await stored(
      'SELECT v.version FROM grading.grade_version v JOIN grading.grade g ON g.id = v.grade_id WHERE g.task_id = $1 AND g.indicator = $2 ORDER BY 1',
      [task.id, row],
    )
    expect(versions).toEqual([{ version: 1 }, { version: 2 }])
  })

  test('is recorded under the seat, never under a name; the same fact once', async () => {
    const person = await holderOf(city, '幸福花园')
    const task = await taskOf(person, '幸福花园')
    const row = task.rows.find(({ mechanism }) => mechanism === 'grade')
    const facts = await stored(
      'SELECT grader, named, provenance, standing, recorded_by FROM evaluation.declared_fact WHERE fact = $1',
      [row?.fact],
    )
    expect(facts).toEqual([
      { grader: task.seat, named: '良', provenance: 'inspected', standing: 'ordinary', recorded_by: null },
    ])
    const { body } = await city.city.people.firmA.call(getPoint, {
      params: { id: city.roundId, subjectId: task.subjectId, row: row?.id ?? '' },
    })
    expect(body.declared).toMatchObject([{ grader: task.seat, recordedBy: null }])
  })

  test('that departs from a computed value needs a reason and keeps both', async () => {
    const person = await holderOf(city, '幸福花园')
    const task = await taskOf(person, '幸福花园')
    const no = gradeOf(task.id, '1-03', '否')
    expect(await send(person, no)).toMatchObject([
      { outcome: 'refused', code: 'grading.override-reason-missing' },
    ])
    const given = { ...gradeOf(task.id, '1-03', '否'), overrideReason: '业委会已被责令解散' }
    expect(await send(person, given)).toMatchObject([
      { outcome: 'saved', grade: { overrideReason: '业委会已被责令解散', computedSaid: '是' } },
    ])
    const [fact] = await stored(
      "SELECT standing, note FROM evaluation.declared_fact WHERE fact = 'committee-formed' AND value = 0",
      [],
    )
    expect(fact).toEqual({ standing: 'override', note: '调整理由：业委会已被责令解散（计算值：是）' })
    // Said as the records say it, the override is gone.
    const back = { ...gradeOf(task.id, '1-03', '是'), baseVersion: 1, overrideReason: '已经恢复' }
    expect(await send(person, back)).toMatchObject([{ outcome: 'saved', grade: { overrideReason: null } }])
  })

  test('不适用 needs its reason; what cannot be read says so', async () => {
    const person = await holderOf(city, '幸福花园')
    const task = await taskOf(person, '幸福花园')
    const row = task.rows.filter(({ mechanism }) => mechanism === 'grade')[1]?.id ?? ''
    expect(await send(person, gradeOf(task.id, row, '不适用'))).toMatchObject([
      { outcome: 'refused', code: 'grading.excuse-missing' },
    ])
    const excused = gradeOf(task.id, row, '不适用', { comment: '小区没有这类设施' })
    expect(await send(person, excused)).toMatchObject([
      { outcome: 'saved', grade: { said: { notApplicable: '小区没有这类设施' } } },
    ])
    expect(await send(person, gradeOf(task.id, row, '很好', { baseVersion: 1 }))).toMatchObject([
      { outcome: 'refused', code: 'evaluation.cell-refused' },
    ])
  })

  test('on a foreign row, of a foreign task, with somebody else’s photo: refused, and the others of the batch are kept', async () => {
    const person = await holderOf(city, '幸福花园')
    const task = await taskOf(person, '幸福花园')
    const row = task.rows.filter(({ mechanism }) => mechanism === 'grade')[2]?.id ?? ''
    const [street] = await tasksOf(city.city.people.street)
    const outcomes = await send(
      person,
      gradeOf(task.id, '2-01', '优'),
      gradeOf(street?.id ?? '', street?.rows[0]?.id ?? '', '1'),
      gradeOf('7f9c24e8-3b12-4f6a-9a0d-0242ac120002', row, '优'),
      gradeOf(task.id, row, '优', { documentIds: ['7f9c24e8-3b12-4f6a-9a0d-0242ac120003'] }),
      gradeOf(task.id, row, '中'),
    )
    expect(outcomes.map((one) => ('code' in one ? one.code : one.outcome))).toEqual([
      'grading.row-foreign',
      'grading.not-your-task',
      'grading.not-your-task',
      'documents.unknown',
      'saved',
    ])
  })

  test('of two people of one office who grade at once, the first does the task; the other may take it over', async () => {
    const { app, city: small } = city
    const colleague = await app.person({ role: 'street-official', placeId: small.streetId })
    const [task] = await tasksOf(small.people.street)
    if (!task) throw new Error('no task')
    const [one, two] = await Promise.all(
      [small.people.street, colleague].map((person) =>
        send(person, gradeOf(task.id, task.rows[0]?.id ?? '', '', fitting(task, task.rows[0] as never))),
      ),
    )
    const outcomes = [one, two].map((list) => String(list?.[0]?.outcome)).sort()
    expect(outcomes).toEqual(['refused', 'saved'])
    const later = one?.[0]?.outcome === 'saved' ? colleague : small.people.street
    expect((await tasksOf(later)).some(({ id }) => id === task.id)).toBe(false)
    expect((await later.call(getTask, { params: { id: task.id } })).body).toMatchObject({
      can: { 'grading.grade': false, 'grading.take-task': true },
    })
    expect((await later.call(takeTask, { params: { id: task.id }, body: {} })).status).toBe(200)
    expect((await tasksOf(later)).some(({ id }) => id === task.id)).toBe(true)
  })

  test('a second grader’s grades are compared, not counted', async () => {
    const [holder] = await Promise.all(
      city.city.evaluators.map(async (person) => ({ person, tasks: await tasksOf(person) })),
    ).then((all) => all.filter(({ tasks }) => tasks.some(({ second }) => second)))
    const task = holder?.tasks.find(({ second }) => second)
    if (!holder || !task) throw new Error('no second grader was drawn')
    const row = task.rows.filter(({ mechanism }) => mechanism === 'grade').at(-1)
    expect(await send(holder.person, gradeOf(task.id, row?.id ?? '', '差'))).toMatchObject([
      { outcome: 'saved' },
    ])
    const counted = await stored('SELECT 1 FROM evaluation.declared_fact WHERE fact = $1 AND grader = $2', [
      row?.fact,
      task.seat,
    ])
    expect(counted).toEqual([])
  })
})
