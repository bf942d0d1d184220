import type { GradingTask } from '../../contracts/grading/staff.ts'
import { fitting, gradeOf, send, tasksOf } from '../../server/modules/grading/tests/graded-city.ts'
import type { Person } from '../../server/platform/testing/app.ts'
import { fieldPhone, type Phone } from './field-phone.ts'
import type { RoundOffice } from './round-office.ts'

export interface DrawnGrader {
  person: Person
  task: GradingTask
}
export interface GraderWithPhone extends DrawnGrader {
  phone: Phone
}

/** Whom the draw gave a subject, as its first grader. */
export async function drawnGrader({ city }: RoundOffice, name: string): Promise<DrawnGrader | undefined> {
  for (const person of city.evaluators) {
    const task = (await tasksOf(person)).find((one) => one.subjectName === name && !one.second)
    if (task) return { person, task }
  }
  return undefined
}

/** The telephone's clock shows what the office's shows. */
export async function toPhone(office: RoundOffice, found: DrawnGrader): Promise<GraderWithPhone> {
  const { base: address, problems } = office
  const phone = await fieldPhone(office.browser, { person: found.person, address, problems })
  await phone.context.clock.install({ time: office.clock.now() })
  await phone.page.reload()
  await phone.page.getByRole('heading', { level: 1 }).waitFor()
  return { ...found, phone }
}

/** Everything but the rows that are graded by hand is sent as the device would send it. */
export async function gradeTheRest({ person, task }: DrawnGrader, but: string[]): Promise<void> {
  const rest = task.rows.filter(({ id }) => !but.includes(id))
  await send(person, ...rest.map((row) => gradeOf(task.id, row.id, '', fitting(task, row))))
}
