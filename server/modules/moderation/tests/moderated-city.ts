import { submitTask } from '../../../../contracts/grading/staff.ts'
import { listReviews } from '../../../../contracts/moderation/staff.ts'
import { enrolled, type Person } from '../../../platform/testing/app.ts'
import { advanceTo, score } from '../../evaluation/testing/small-city.ts'
import { type GradedCity, gradedCity, send, tasksOf, wholeTask } from '../../grading/tests/graded-city.ts'

export interface ModeratedCity extends GradedCity {
  /** A city official who had no hand in anything, with an authenticator. */
  moderator: Person
  second: Person
}

/** Shows the session a second factor: moderators' verbs ask for it. */
export const proved = ({ clock }: Pick<GradedCity, 'clock'>, person: Person): Promise<Person> =>
  enrolled(person, clock)

/** A small city whose three evaluators have graded every compound; the round has come to moderation. */
export async function moderatedCity(): Promise<ModeratedCity> {
  // Early enough in the year that every stage ends on a day that the calendar knows.
  const graded = await gradedCity(undefined, '2026-03-02T09:00:00+08:00')
  const { app, clock, city, roundId, bureau } = graded
  for (const evaluator of city.evaluators)
    for (const task of await tasksOf(evaluator)) {
      await send(evaluator, ...wholeTask(task))
      await evaluator.call(submitTask, { params: { id: task.id }, body: {} })
    }
  await score(bureau, roundId)
  await advanceTo(app, clock, { bureau, roundId }, 'moderation')
  await score(bureau, roundId)
  const official = () => app.person({ role: 'city-official', placeId: app.cityId })
  return {
    ...graded,
    moderator: await proved(graded, await official()),
    second: await proved(graded, await official()),
  }
}

/** The evaluator who graded a compound first, and his task; tasks that were handed in are on nobody's telephone any more. */
export async function firstGraderOf({ app, city, roundId }: GradedCity, name: string) {
  const { rows } = await app.database.pool.query<{ id: string; account: string; row: string }>(
    `SELECT task.id, seat.account_id AS account, g.indicator AS row FROM grading.task task
     JOIN grading.seat seat ON seat.id = task.seat_id JOIN evaluation.subject s ON s.id = task.subject_id
     JOIN grading.grade g ON g.task_id = task.id AND g.named = '优'
     WHERE task.round_id = $1 AND s.name = $2 AND NOT task.second ORDER BY g.indicator LIMIT 1`,
    [roundId, name],
  )
  const [found] = rows
  const grader = city.evaluators.find(({ id }) => id === found?.account)
  if (!found || !grader) throw new Error(`nobody graded ${name}`)
  return { grader, taskId: found.id, row: found.row }
}

export const reviewOf = async (person: Person, roundId: string, name: string) => {
  const { body } = await person.call(listReviews, { query: { round: roundId, text: name } })
  const found = body.rows.find((row) => row.name === name)
  if (!found) throw new Error(`no review of ${name}: ${JSON.stringify(body)}`)
  return found
}
