import { advanceRound } from '../../contracts/evaluation/staff.ts'
import type { Stage } from '../../contracts/evaluation/words.ts'
import { myTasks } from '../../contracts/grading/staff.ts'
import { examineRound } from '../../contracts/moderation/staff.ts'
import { copyEdition } from '../../contracts/standards/editions.ts'
import { demoAccountsFile, readDemoAccounts } from '../../demo-city/fill/accounts-file.ts'
import type { City } from '../../faults/city/city.ts'
import { computeRound } from './publish-round.ts'

/** The password that this installation made for a demonstration account. */
export const passwordOf = (city: City, account: string): string =>
  readDemoAccounts(demoAccountsFile(city.folder)).find((one) => one.account === account)?.password ?? ''

/** A year's latest round of the demonstration city. */
export async function roundOf(city: City, year: number): Promise<string> {
  const [round] = await city.sql<{ id: string }>(
    'SELECT id FROM evaluation.round WHERE year = $1 ORDER BY id DESC LIMIT 1',
    [year],
  )
  if (!round) throw new Error(`the demonstration has no round of ${year}`)
  return round.id
}

/** Shows a round as it was in an earlier stage, with some days left, and puts it back. */
export async function withStage(
  city: City,
  round: string,
  stage: Stage,
  scene: () => Promise<void>,
): Promise<void> {
  const [kept] = await city.sql<{ state: string; due: string | null }>(
    'SELECT state, stage_due_on::text AS due FROM evaluation.round WHERE id = $1',
    [round],
  )
  const change = 'UPDATE evaluation.round SET state = $2, stage_due_on = $3::date WHERE id = $1'
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  await city.sql(change, [round, stage, inTenDays])
  try {
    await scene()
  } finally {
    await city.sql(change, [round, kept?.state, kept?.due])
  }
}

/** The report of a round about the one compound that a demonstration account heads. */
export async function reportOf(city: City, round: string, account: string): Promise<string> {
  const [report] = await city.sql<{ id: string }>(
    `SELECT r.id FROM self_reports.report r
       JOIN access.grant_of_role g ON g.place_id = r.place_id
       JOIN accounts.published_account a ON a.id = g.actor_id
      WHERE r.round_id = $1 AND r.kind = 'compound' AND a.account = $2`,
    [round, account],
  )
  if (!report) throw new Error(`${account} has nothing to report`)
  return report.id
}

interface Begun {
  id: string
  name: string
  /** Rows that are judged by visible signs and wait for their grade. */
  judged: string[]
  /** Rows that a computed value stands for, answered by yes or no. */
  computed: string[]
}

/** A task that a demonstration evaluator has begun and not handed in. */
export async function begunTask(city: City, account: string): Promise<Begun> {
  const { body } = await (await city.person(account)).call(myTasks)
  const task = body.tasks.find(({ state, second, rows }) => {
    const graded = rows.filter(({ grade }) => grade !== null).length
    return state === 'open' && !second && graded > 0 && graded < rows.length
  })
  if (!task) throw new Error(`${account} has begun nothing`)
  const ids = (rows: typeof task.rows) => rows.map(({ id }) => id)
  return {
    id: task.id,
    name: task.projectName ?? task.subjectName,
    judged: ids(task.rows.filter(({ rubric, grade }) => rubric.length > 0 && grade === null)),
    computed: ids(
      task.rows.filter(
        ({ shape, proposals }) => shape === 'yes-no' && proposals[0]?.provenance === 'computed',
      ),
    ),
  }
}

/** Ends the grading of the demonstration's round by a decision, and computes what was graded. */
export async function endGrading(city: City, id: string): Promise<void> {
  const bureau = await city.person('city')
  const body = { from: 'grading' as const, decision: '演示：不再等待未完成的工作' }
  const { status, text } = await bureau.call(advanceRound, { params: { id }, body })
  if (status !== 200) throw new Error(`grading did not end: ${text}`)
  await computeRound(city, id)
  await bureau.call(examineRound, { params: { id }, body: {} })
}

/** A draft of next year's edition, copied from the one in force and not changed yet. */
export async function draftEdition(city: City): Promise<string> {
  const bureau = await city.person('city')
  const body = {
    basedOn: 'DB1502-draft-2021',
    code: 'DB1502-2027-DEMO',
    title: '2027 年度红色物业评价体系（演示数据）',
    titleEn: 'Evaluation of 2027 (demonstration)',
    fromYear: 2027,
  }
  const reply = await bureau.call(copyEdition, { body })
  if (reply.status !== 200) throw new Error(`no draft was made: ${reply.text}`)
  return reply.body.id
}
