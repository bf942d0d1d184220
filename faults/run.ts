import { type City, openCity } from './city/city.ts'
import { Broken, type Scenario } from './scenario.ts'
import { databaseGone, outsideDatabaseGone } from './scenarios/database-gone.ts'
import { doubleClicks } from './scenarios/double-clicks.ts'
import { killMidEvaluate } from './scenarios/kill-mid-evaluate.ts'
import { killMidImport } from './scenarios/kill-mid-import.ts'
import { killMidWrites } from './scenarios/kill-mid-writes.ts'

export const scenarios: readonly Scenario[] = [
  killMidEvaluate,
  doubleClicks,
  killMidWrites,
  killMidImport,
  databaseGone,
  outsideDatabaseGone,
]

export interface Outcome {
  times: number
  passed: number
  failed: number
  seconds: number
  /** Sums over all times, such as writes made. */
  figures: Record<string, number>
  problems: string[]
}

/** Runs a scenario so many times. A time that breaks leaves a city that may be spoilt: the next gets a fresh one. */
export async function runScenario(
  scenario: Scenario,
  times: number,
  say: (line: string) => void,
): Promise<Outcome> {
  const outcome: Outcome = { times, passed: 0, failed: 0, seconds: 0, figures: {}, problems: [] }
  const from = performance.now()
  let city: City | undefined
  try {
    for (let time = 1; time <= times; time++) {
      try {
        city ??= await openCity()
        const figures = await scenario.once(city, time)
        for (const [name, value] of Object.entries(figures))
          outcome.figures[name] = (outcome.figures[name] ?? 0) + value
        outcome.passed++
      } catch (fault) {
        outcome.failed++
        const problem = reasonOf(fault)
        outcome.problems.push(problem)
        say(`  ✗ ${scenario.name} ${time}/${times}: ${problem}`)
        await city?.close()
        city = undefined
      }
    }
  } finally {
    await city?.close()
  }
  outcome.seconds = Math.round((performance.now() - from) / 100) / 10
  return outcome
}

/** What did not hold; of anything else, where it came from too. */
function reasonOf(fault: unknown): string {
  if (fault instanceof Broken) return fault.message
  return fault instanceof Error
    ? `${fault.stack}${fault.cause instanceof Error ? ` — ${fault.cause.message}` : ''}`
    : String(fault)
}
