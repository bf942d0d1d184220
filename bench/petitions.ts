import type { Bench } from './bench.ts'
import { machineLine } from './machine.ts'
import { filing } from './petitions/filing.ts'
import { measureDesks } from './petitions/desks.ts'
import { measureIntake } from './petitions/intake.ts'
import { openScratch } from './petitions/open-scratch.ts'
import { proveReporters } from './petitions/reporters.ts'
import { dropMostOfDue, measureSweep } from './petitions/sweep.ts'
import { scratchCity } from './scratch-city.ts'

const reporters = 20_000
const round3 = (value: number) => Math.round(value * 1000) / 1000

/** Claims: filing over HTTP, two servers' sweep of due clocks, and desks as the history grows. */
export const petitions: Bench = async (say) => {
  const city = await scratchCity('city', say)
  try {
    const residents = await proveReporters(city, reporters)
    const plan = await filing(city, residents)
    await city.leave()
    say(machineLine())
    const intake = await measureIntake(city.folder, plan, residents, say)
    const opened = await openScratch(city.folder)
    try {
      say(machineLine())
      const sweep = await measureSweep(opened, city.folder, say)
      await dropMostOfDue(opened)
      say(machineLine())
      const desks = await measureDesks(opened, city.folder, say)
      return {
        intake_ratio: round3(intake.perSecond / intake.inserts),
        intake_ratio_statements: round3(intake.perSecond / intake.statements),
        intake_per_s: Math.round(intake.perSecond),
        desk_growth: round3(desks.growth),
        desk_small_ms: round3(desks.smallMs),
        desk_large_ms: round3(desks.largeMs),
        history_s: round3(desks.loadSeconds),
        history_bytes: desks.bytes,
        sweep_per_s: Math.round(sweep.perSecond),
        sweep_doubles: sweep.doubles,
      }
    } finally {
      await opened.close()
    }
  } finally {
    await city.drop()
  }
}
