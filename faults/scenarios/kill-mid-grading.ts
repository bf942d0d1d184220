import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type GradeSent, saveGrades } from '../../contracts/grading/staff.ts'
import type { City } from '../city/city.ts'
import { killPostgres } from '../city/postgres-process.ts'
import { must, mustEqual, type Scenario, someTime } from '../scenario.ts'
import { archiveStands } from './archive-stands.ts'
import { verifyTrail } from './audit-trail.ts'
import { evaluationGroup, type Evaluator } from './evaluation-group.ts'

const evaluators = 20
const kills = 2
const levels = ['优', '良', '中', '差'] as const
/** A device that was offline sends several at once. */
const batch = 3

interface Graded {
  sent: GradeSent
  version: number
}

/** Twenty people grade while server and database are killed; the devices send the same grades again until they are answered. */
export const killMidGrading: Scenario = {
  name: 'kill-mid-grading',
  title: '二十人同时评分时断电',
  async once(city, time) {
    const group = await evaluationGroup(city, time, evaluators)
    const before = await versionsOf(city, group)
    const archived = await archiveStands(city)
    let isOver = false
    const work = group.map((one) => gradeUntil(() => isOver, one, before))
    const graded = Promise.all(work)
    // One that fails is reported below, whatever else happens first.
    graded.catch(() => (isOver = true))
    for (let n = 0; n < kills; n++) {
      await pause(200 + someTime(1200))
      await city.server.kill()
      if ((time + n) % 2 === 0) await killPostgres(city.folder)
      await city.server.start()
    }
    await pause(500)
    isOver = true
    const done = await graded
    await mustBeThereOnce(city, group, done, before)
    // What a device synced twice counts once.
    await Promise.all(
      group.map(async (one, n) => {
        const again = await one.person.call(saveGrades, {
          body: { grades: (done[n] ?? []).slice(-batch).map(({ sent }) => sent) },
        })
        mustEqual(
          again.body.outcomes.map(({ outcome }) => outcome),
          (done[n] ?? []).slice(-batch).map(() => 'same'),
          'grades sent again are the same ones',
        )
      }),
    )
    await mustBeThereOnce(city, group, done, before)
    await verifyTrail(city)
    mustEqual(
      await archiveStands(city),
      archived,
      'the archive is scored to the same bytes after the restarts',
    )
    return { grades: done.flat().length, kills }
  },
}

/** Where rows stood before: devices base what they send on it. */
async function versionsOf(city: City, group: readonly Evaluator[]): Promise<Map<string, number>> {
  const found = await city.sql<{ task: string; row: string; version: number }>(
    `SELECT task_id AS task, indicator AS row, version FROM grading.grade WHERE task_id = ANY($1) AND set_aside_at IS NULL`,
    [group.map(({ taskId }) => taskId)],
  )
  return new Map(found.map(({ task, row, version }) => [`${task}|${row}`, version]))
}

async function gradeUntil(
  isOver: () => boolean,
  { person, taskId, rows }: Evaluator,
  before: ReadonlyMap<string, number>,
): Promise<Graded[]> {
  const versions = new Map(rows.map(({ row }) => [row, before.get(`${taskId}|${row}`) ?? 0]))
  const done: Graded[] = []
  for (let n = 0; !isOver() || n < batch; n++) {
    const grades = Array.from({ length: batch }, (_, i): GradeSent => {
      const { row = '' } = rows[(n * batch + i) % rows.length] ?? {}
      return {
        id: randomUUID(),
        taskId,
        row,
        baseVersion: versions.get(row) ?? 0,
        entered: { value: levels[(n + i) % levels.length] },
        comment: `第 ${n} 次`,
        documentIds: [],
        gradedAt: new Date().toISOString(),
        deviceId: 'fault-run',
      }
    })
    // Each try with a key of its own: only the ids of the grades say that they are the same.
    const { status, body, text } = await untilAnswered(() =>
      person.call(saveGrades, { body: { grades } }, randomUUID()),
    )
    must(status === 200, `grades are taken: ${text}`)
    for (const [i, one] of body.outcomes.entries()) {
      must(one.outcome === 'saved' || one.outcome === 'same', `a grade is kept: ${JSON.stringify(one)}`)
      versions.set(one.grade.row, one.grade.version)
      done.push({ sent: grades[i] as GradeSent, version: (grades[i]?.baseVersion ?? 0) + 1 })
    }
  }
  return done
}

async function untilAnswered<T extends { status: number }>(send: () => Promise<T>): Promise<T> {
  const giveUp = Date.now() + 60_000
  for (;;) {
    try {
      const reply = await send()
      if (reply.status !== 503) return reply
    } catch (fault) {
      if (Date.now() > giveUp) throw fault
    }
    await pause(50)
  }
}

async function mustBeThereOnce(
  city: City,
  group: readonly Evaluator[],
  done: readonly (readonly Graded[])[],
  before: ReadonlyMap<string, number>,
): Promise<void> {
  const acknowledged = done.flat()
  const tasks = group.map(({ taskId }) => taskId)
  const kept = await city.sql<{ id: string }>(
    `SELECT v.sent_id AS id FROM grading.grade_version v JOIN grading.grade g ON g.id = v.grade_id
      WHERE g.task_id = ANY($1) AND g.device_id = 'fault-run' AND v.graded_by IN (SELECT account_id FROM grading.seat WHERE label = ANY($2)) ORDER BY 1`,
    [tasks, group.map(({ seat }) => seat)],
  )
  mustEqual(
    kept.map(({ id }) => id),
    acknowledged.map(({ sent }) => sent.id).sort(),
    'every acknowledged grade is there once, and nothing else',
  )
  for (const [n, { taskId, seat, rows }] of group.entries())
    for (const { row, fact } of rows) {
      const mine = (done[n] ?? []).filter(({ sent }) => sent.row === row)
      const last = mine.at(-1)
      if (!last) continue
      const standing = await city.sql<{ version: number; named: string }>(
        `SELECT version, named FROM grading.grade WHERE task_id = $1 AND indicator = $2 AND set_aside_at IS NULL`,
        [taskId, row],
      )
      const version = (before.get(`${taskId}|${row}`) ?? 0) + mine.length
      mustEqual(
        standing,
        [{ version, named: last.sent.entered.value }],
        'the last grade of a row stands, none twice',
      )
      const recorded = await city.sql<{ named: string }>(
        `SELECT named FROM evaluation.declared_fact WHERE fact = $1 AND grader = $2`,
        [fact, seat],
      )
      mustEqual(recorded, [{ named: last.sent.entered.value }], 'the score reads the same grade, once')
    }
}
