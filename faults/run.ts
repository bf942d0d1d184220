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

/**
 * Runs scenarios one after the other, each so many times, in one city. A time that breaks may leave it spoilt: the next
 * gets a fresh one.
 * @param told hears of each outcome as it is known
 */
export async function runScenarios(
  chosen: readonly Scenario[],
  times: number,
  told: (scenario: Scenario, outcome: Outcome) => void,
): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {}
  let city: City | undefined
  try {
    for (const scenario of chosen) {
      const outcome: Outcome = { times, passed: 0, failed: 0, seconds: 0, figures: {}, problems: [] }
      const from = performance.now()
      for (let time = 1; time <= times; time++) {
        try {
          city ??= await openCity()
          add(outcome, await scenario.once(city, time))
        } catch (fault) {
          outcome.failed++
          outcome.problems.push(reasonOf(fault))
          await city?.close()
          city = undefined
        }
      }
      outcome.seconds = Math.round((performance.now() - from) / 100) / 10
      outcomes[scenario.name] = outcome
      told(scenario, outcome)
    }
    return outcomes
  } finally {
    await city?.close()
  }
}

function add(outcome: Outcome, figures: Record<string, number>): void {
  outcome.passed++
  for (const [name, value] of Object.entries(figures))
    outcome.figures[name] = Math.round(((outcome.figures[name] ?? 0) + value) * 10) / 10
}

/** What did not hold; of anything else, where it came from too. */
function reasonOf(fault: unknown): string {
  if (fault instanceof Broken) return fault.message
  return fault instanceof Error
    ? `${fault.stack}${fault.cause instanceof Error ? ` — ${fault.cause.message}` : ''}`
    : String(fault)
}
