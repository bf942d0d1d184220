import { randomUUID } from 'node:crypto'
import {
  commitDraw,
  type GradeSent,
  myTasks,
  runDraw,
  saveGrades,
} from '../../../../contracts/grading/staff.ts'
import type { Person, TestApp } from '../../../platform/testing/app.ts'
import { type MovableClock, movableClock } from '../../../platform/clock/movable-clock.ts'
import { testApp } from '../../../platform/testing/app.ts'
import {
  advanceTo,
  openAndScore,
  type SmallCity,
  smallCity,
  travel,
} from '../../evaluation/testing/small-city.ts'

/** A small city whose round of 2026 is being graded, the draw made. */
export interface GradedCity {
  app: TestApp
  clock: MovableClock
  city: SmallCity
  roundId: string
  bureau: Person
}

export const drawNumber = '03 08 15 22 27 31 + 12'

/** Before any draw: the round has been scored and takes self-reports. */
export async function reportingCity(start = '2026-11-02T09:00:00+08:00'): Promise<GradedCity> {
  const clock = movableClock(start)
  const app = await testApp({ clock })
  const city = await smallCity(app)
  const bureau = city.people.city
  const roundId = await openAndScore(app, bureau)
  await advanceTo(app, clock, { bureau, roundId }, 'self-report')
  return { app, clock, city, roundId, bureau }
}

export async function gradedCity(
  prepare?: (reporting: GradedCity) => Promise<void>,
  start?: string,
): Promise<GradedCity> {
  const reporting = await reportingCity(start)
  const { app, clock, roundId, bureau } = reporting
  await prepare?.(reporting)
  await drawn(reporting)
  await advanceTo(app, clock, { bureau, roundId }, 'grading')
  return reporting
}

/** Commits, waits for the number and enters it. */
export async function drawn({ app, clock, roundId, bureau }: GradedCity): Promise<void> {
  const on = new Date(clock.now().getTime() + 48 * 3_600_000).toISOString().slice(0, 10)
  const committed = await bureau.call(commitDraw, {
    params: { id: roundId },
    body: { numberName: '中国福利彩票双色球第 2026130 期', numberOn: on },
  })
  if (committed.status !== 200) throw new Error(JSON.stringify(committed.body))
  await travel(app, clock, `${on}T22:00:00+08:00`)
  const run = await bureau.call(runDraw, { params: { id: roundId }, body: { number: drawNumber } })
  if (run.status !== 200) throw new Error(JSON.stringify(run.body))
}

export const tasksOf = async (person: Person) => (await person.call(myTasks)).body.tasks

/** A grade as a device sends it. */
export const gradeOf = (
  taskId: string,
  row: string,
  value: string,
  over: Partial<GradeSent> = {},
): GradeSent => ({
  id: randomUUID(),
  taskId,
  row,
  baseVersion: 0,
  entered: { value },
  comment: '',
  documentIds: [],
  gradedAt: '2026-11-20T10:00:00+08:00',
  deviceId: 'telephone-1',
  ...over,
})

export async function send(person: Person, ...grades: GradeSent[]) {
  const { status, body } = await person.call(saveGrades, { body: { grades } })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.outcomes
}

type Task = Awaited<ReturnType<typeof tasksOf>>[number]

/** What fits the row: the proposal where one stands, else something plausible. */
export function fitting(task: Task, row: Task['rows'][number], best = true): Partial<GradeSent> {
  const proposal = row.proposals.find(({ provenance }) => provenance === 'computed')
  if (proposal) {
    const { numerator, denominator, value, notApplicable } = proposal.said
    if (notApplicable !== null) return { entered: { value: '不适用' }, comment: notApplicable }
    return numerator === null ? { entered: { value } } : { entered: { numerator, denominator } }
  }
  if (row.shape === 'grade') return { entered: { value: best ? '优' : '良' } }
  if (row.shape === 'ratio') return { entered: { numerator: '1', denominator: '2' } }
  if (row.shape === 'level') return { entered: { value: row.levels[0] ?? '' } }
  if (row.shape === 'yes-no') return { entered: { value: best ? '是' : '否' } }
  return { entered: { value: '1' } }
}

/** Everything a task asks, sent at once. */
export const wholeTask = (task: Task): GradeSent[] =>
  task.rows.map((row) => gradeOf(task.id, row.id, '', fitting(task, row)))

/** The evaluator who has a compound as its first grader. */
export async function holderOf({ city }: GradedCity, name: string): Promise<Person> {
  for (const person of city.evaluators)
    if ((await tasksOf(person)).some((task) => task.subjectName === name && !task.second)) return person
  throw new Error(`nobody has ${name}`)
}

export async function taskOf(person: Person, name: string): Promise<Task> {
  const found = (await tasksOf(person)).find((task) => task.subjectName === name && !task.second)
  if (!found) throw new Error(`${name} is not a task of theirs`)
  return found
}
