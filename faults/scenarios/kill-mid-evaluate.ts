import { setTimeout as pause } from 'node:timers/promises'
import {
  declareFact,
  evaluateRound,
  getRound,
  listRounds,
  listScores,
} from '../../contracts/evaluation/staff.ts'
import type { City } from '../city/city.ts'
import type { Person } from '../city/person.ts'
import { killPostgres } from '../city/postgres-process.ts'
import { must, mustEqual, type Scenario, someTime } from '../scenario.ts'

const kinds = ['compound', 'enterprise', 'street', 'community', 'district'] as const

/** kill -9 at some moment of a pass; every second time the database dies with the server. */
export const killMidEvaluate: Scenario = {
  name: 'kill-mid-evaluate',
  title: '计算得分中途断电',
  async once(city, time) {
    const person = await city.person('city')
    const roundId = await newestRound(person)
    await pass(person, roundId)
    const from = performance.now()
    await pass(person, roundId)
    const passMs = performance.now() - from
    // The next pass must come out otherwise, so that an old and a new score can be told apart.
    await changeFact(city, person, time)
    const before = { run: await currentRun(city, roundId), shown: await shown(person, roundId) }
    const { body } = await person.call(evaluateRound, { params: { id: roundId }, body: {} })
    const killed = body.runId
    await pause(someTime(passMs))
    await city.server.kill()
    if (time % 2 === 0) await killPostgres(city.folder)
    await city.server.start()
    const isDone = (await currentRun(city, roundId)) === killed
    if (!isDone) {
      mustEqual(await currentRun(city, roundId), before.run, 'the round points to the pass before')
      mustEqual(
        await shown(person, roundId),
        before.shown,
        'the scores shown after the kill are those of the pass before',
      )
    }
    const { run } = (await person.call(getRound, { params: { id: roundId } })).body
    must(run?.finishedAt !== null, 'the killed pass is shown as if it still ran')
    const disturbed = await stored(city, await pass(person, roundId))
    const undisturbed = await stored(city, await pass(person, roundId))
    mustEqual(disturbed, undisturbed, 'the pass after the kill gives the scores of an undisturbed pass')
    must(
      isDone || JSON.stringify(await shown(person, roundId)) !== JSON.stringify(before.shown),
      'the new fact shows',
    )
    const left = await city.sql<{ n: string }>(
      'SELECT count(*) AS n FROM evaluation.score_row WHERE run_id = $1',
      [killed],
    )
    mustEqual(left[0]?.n, '0', 'nothing is left of the killed pass once it is two passes old')
    return { 'passes cut short': isDone ? 0 : 1, 'rows compared': disturbed.length }
  },
}

async function newestRound(person: Person): Promise<string> {
  const { rows } = (await person.call(listRounds)).body
  return rows.toSorted((a, b) => b.year - a.year)[0]?.id ?? ''
}

/** A whole pass. @returns its number */
async function pass(person: Person, id: string): Promise<number> {
  const { status, text, body } = await person.call(evaluateRound, { params: { id }, body: {} })
  must(status === 200, `a pass begins: ${text}`)
  for (;;) {
    const { run } = (await person.call(getRound, { params: { id } })).body
    if (run?.id === body.runId && run.finishedAt) {
      must(run.failedBecause === null, `a pass ends well: ${run.failedBecause}`)
      return body.runId
    }
    await pause(20)
  }
}

async function changeFact(city: City, person: Person, time: number): Promise<void> {
  const [place] = await city.sql<{ code: string }>(
    `SELECT s.code FROM evaluation.subject s WHERE s.kind = 'compound' AND s.listed AND s.not_assessed_reason IS NULL ORDER BY s.code LIMIT 1`,
  )
  const body = {
    year: new Date().getFullYear(),
    fact: '1-06',
    place: place?.code ?? '',
    numerator: String(1 + (time % 7)),
    denominator: '12',
    provenance: 'declared' as const,
    reason: '核对会议纪要后更正',
  }
  const { status, text } = await person.call(declareFact, { body })
  must(status === 200, `a fact is declared: ${text}`)
}

const currentRun = async (city: City, roundId: string): Promise<number | null> =>
  (
    await city.sql<{ run: number | null }>('SELECT current_run AS run FROM evaluation.round WHERE id = $1', [
      roundId,
    ])
  )[0]?.run ?? null

/** What a person sees: every list of scores. */
async function shown(person: Person, id: string): Promise<unknown[]> {
  const lists = []
  for (const kind of kinds)
    lists.push((await person.call(listScores, { params: { id }, query: { kind, limit: 200 } })).body)
  return lists
}

/** Every score and every row of a pass, to the last digit. */
const stored = (city: City, run: number): Promise<unknown[]> =>
  city.sql(
    `SELECT score.*, row.* FROM (SELECT subject_id, total::text, total_exact, missing::text, missing_rows, band, rank FROM evaluation.score WHERE run_id = $1) score
      JOIN (SELECT subject_id AS of, indicator, state, points::text, points_exact, max_exact, numerator, denominator, value, provenance, reason, params
        FROM evaluation.score_row WHERE run_id = $1) row ON row.of = score.subject_id ORDER BY subject_id, indicator`,
    [run],
  )
