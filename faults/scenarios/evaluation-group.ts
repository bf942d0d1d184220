import { randomUUID } from 'node:crypto'
import { demoAccountsFile, readDemoAccounts } from '../../demo-city/fill/accounts-file.ts'
import type { City } from '../city/city.ts'
import { Person } from '../city/person.ts'
import { loadRulebook } from '../../server/rulebook/load.ts'
import { must } from '../scenario.ts'

/** An evaluator with one compound to grade. */
export interface Evaluator {
  person: Person
  seat: string
  taskId: string
  /** Rows with a rubric, and the fact that each is a reading of. */
  rows: { row: string; fact: string }[]
}

/** Evaluators of this time alone, each with a seat and a task of its own in a round that is being graded. */
export async function evaluationGroup(city: City, time: number, size: number): Promise<Evaluator[]> {
  const roundId = await roundInGrading(city)
  const word = `${time}-${Date.now().toString(36)}`
  const accounts = Array.from({ length: size }, (_, n) => ({
    id: randomUUID(),
    account: `grader-${word}-${n}`,
    seatId: randomUUID(),
    seat: `断电-${word}-${n}`,
    taskId: randomUUID(),
    grantId: randomUUID(),
    n,
  }))
  const given = JSON.stringify(accounts)
  const people = `json_to_recordset($1::json) AS f (id uuid, account text, "seatId" uuid, seat text, "taskId" uuid, "grantId" uuid, n integer)`
  await city.sql(`INSERT INTO access.actor (id) SELECT id FROM ${people}`, [given])
  // They share the demonstration evaluator's password: hashing twenty would take longer than grading.
  await city.sql(
    `INSERT INTO accounts.account (id, account, display_name, password_hash, password_changed_at, created_at)
      SELECT f.id, f.account, f.seat, known.password_hash, known.password_changed_at, known.created_at
      FROM ${people} CROSS JOIN accounts.account known WHERE known.account = 'evaluator'`,
    [given],
  )
  await city.sql(
    `INSERT INTO access.grant_of_role (id, actor_id, role, place_id, valid_from)
      SELECT f."grantId", f.id, 'evaluator', round.place_id, '2020-01-01' FROM ${people} CROSS JOIN evaluation.round WHERE round.id = $2`,
    [given, roundId],
  )
  await city.sql(
    `INSERT INTO grading.seat (id, round_id, label, account_id) SELECT f."seatId", $2, f.seat, f.id FROM ${people}`,
    [given, roundId],
  )
  const rows = rubricRows()
  await city.sql(
    `WITH compounds AS (SELECT s.id, s.place_id, row_number() OVER (ORDER BY md5(s.code || $3)) - 1 AS n FROM evaluation.subject s
        WHERE s.round_id = $2 AND s.kind = 'compound' AND s.listed AND s.not_assessed_reason IS NULL)
      INSERT INTO grading.task (id, round_id, subject_id, grader, seat_id, place_id, rows)
      SELECT f."taskId", $2, c.id, '考核组', f."seatId", c.place_id, $4 FROM ${people} JOIN compounds c ON c.n = f.n
      ON CONFLICT ON CONSTRAINT task_is_one DO UPDATE SET seat_id = excluded.seat_id, state = 'open', rows = excluded.rows`,
    [given, roundId, word, rows.map(({ row }) => row)],
  )
  const tasks = await city.sql<{ id: string; seat: string }>(
    `SELECT task.id, seat.label AS seat FROM grading.task task JOIN grading.seat seat ON seat.id = task.seat_id WHERE seat.label LIKE $1`,
    [`断电-${word}-%`],
  )
  must(tasks.length === size, `everybody of the evaluation group has a task: ${tasks.length}`)
  const password = readDemoAccounts(demoAccountsFile(city.folder)).find(
    ({ account }) => account === 'evaluator',
  )?.password
  return await Promise.all(
    accounts.map(async ({ account, seat }) => ({
      person: await new Person(city.server, account).signIn(password ?? ''),
      seat,
      taskId: tasks.find((task) => task.seat === seat)?.id ?? '',
      rows,
    })),
  )
}

/** The newest round of the demonstration; where it is not being graded yet, it is from now on. */
async function roundInGrading(city: City): Promise<string> {
  const [round] = await city.sql<{ id: string }>(
    `UPDATE evaluation.round SET state = 'grading' WHERE id = (SELECT r.id FROM evaluation.round r
      WHERE EXISTS (SELECT FROM evaluation.subject s WHERE s.round_id = r.id AND s.kind = 'compound') ORDER BY r.year DESC, r.id DESC LIMIT 1) RETURNING id`,
  )
  must(round !== undefined, 'the demonstration has a round with compounds')
  return round.id
}

/** Rows of table A.1 that a person grades by a rubric, one for each fact. */
function rubricRows(): { row: string; fact: string }[] {
  const rows = Object.values(loadRulebook().rows).flatMap((tables) => tables['A.1'] ?? [])
  const graded = rows.filter(({ mechanism, evaluator }) => mechanism === 'grade' && evaluator === '考核组')
  const byFact = new Map(graded.flatMap(({ id, fact }) => (fact ? [[fact, id] as const] : [])))
  return [...byFact].map(([fact, row]) => ({ row, fact }))
}
