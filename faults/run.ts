import { setTimeout as pause } from 'node:timers/promises'
import { type City, openCity } from './city/city.ts'
import { Broken, type Scenario } from './scenario.ts'
import { databaseGone, outsideDatabaseGone } from './scenarios/database-gone.ts'
import { doubleClicks } from './scenarios/double-clicks.ts'
import { killMidEvaluate } from './scenarios/kill-mid-evaluate.ts'
import { killMidGrading } from './scenarios/kill-mid-grading.ts'
import { databaseGoneMidIntake, killMidIntake } from './scenarios/kill-mid-intake.ts'
import { killMidImport } from './scenarios/kill-mid-import.ts'
import { killMidWrites } from './scenarios/kill-mid-writes.ts'

export const scenarios: readonly Scenario[] = [
  killMidEvaluate,
  doubleClicks,
  killMidWrites,
  killMidGrading,
  killMidImport,
  killMidIntake,
  databaseGoneMidIntake,
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
 * Runs scenarios one after the other, each so many times, in one city (and one with a database of its own). A time
 * that breaks may leave it spoilt: the next gets a fresh one.
 * @param told hears of each outcome as it is known
 */
export async function runScenarios(
  chosen: readonly Scenario[],
  times: number,
  told: (scenario: Scenario, outcome: Outcome) => void,
): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {}
  const cities = new Map<boolean, City>()
  try {
    for (const scenario of chosen) {
      outcomes[scenario.name] = await runScenario(scenario, times, cities)
      told(scenario, outcomes[scenario.name] as Outcome)
    }
    return outcomes
  } finally {
    for (const city of cities.values()) await city.close()
  }
}

async function runScenario(scenario: Scenario, times: number, cities: Map<boolean, City>): Promise<Outcome> {
  const outcome: Outcome = { times, passed: 0, failed: 0, seconds: 0, figures: {}, problems: [] }
  const from = performance.now()
  const { isOutside = false } = scenario
  for (let time = 1; time <= times; time++) {
    try {
      const city = cities.get(isOutside) ?? (await openCity(isOutside))
      cities.set(isOutside, city)
      add(outcome, await scenario.once(city, time))
    } catch (fault) {
      const spoilt = cities.get(isOutside)
      // A connection breaks a moment before the process that held it is known to have ended.
      await pause(300)
      outcome.failed++
      outcome.problems.push(reasonOf(fault, spoilt))
      cities.delete(isOutside)
      await spoilt?.close()
    }
  }
  outcome.seconds = Math.round((performance.now() - from) / 100) / 10
  return outcome
}

function add(outcome: Outcome, figures: Record<string, number>): void {
  outcome.passed++
  for (const [name, value] of Object.entries(figures))
    outcome.figures[name] = Math.round(((outcome.figures[name] ?? 0) + value) * 10) / 10
}

/** What did not hold; of anything else where it came from too, and what a server that ended said last. */
function reasonOf(fault: unknown, city: City | undefined): string {
  const ended = city && !city.server.isRunning ? ` — the server ended: ${city.server.lastWords}` : ''
  if (fault instanceof Broken || !(fault instanceof Error)) return `${(fault as Error).message}${ended}`
  return `${fault.stack}${fault.cause instanceof Error ? ` — ${fault.cause.message}` : ''}${ended}`
}
