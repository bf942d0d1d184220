import { perform } from '../server/access/action.ts'
import { buildApp } from '../server/app.ts'
import { actorOfAccount } from '../server/modules/accounts/index.ts'
import { evaluateRound, findRounds, runPass } from '../server/modules/evaluation/index.ts'
import { systemClock } from '../server/platform/clock/clock.ts'
import { openDatabase } from '../server/platform/database/database.ts'
import { keyFileIn, openKeys } from '../server/platform/keys/keys.ts'

/**
 * A process of its own, so that its peak memory is that of evaluating alone.
 * Arguments: database url, data folder, year. For each line on its standard input it evaluates the year's round once
 * and answers one line of JSON {seconds, run, peakMb}.
 */
const [url = '', folder = '', year = ''] = process.argv.slice(2)
const database = openDatabase(url)
const app = await buildApp({
  database,
  keys: openKeys(keyFileIn(folder)),
  clock: systemClock,
  demo: true,
  dataFolder: folder,
})
const actor = await actorOfAccount(database.db, { account: 'city' }, systemClock.today())
const [round] = await findRounds(database.db, { year: Number(year) })
if (!actor || !round) throw new Error('the scratch city has no bureau or no round')

for await (const _ of process.stdin) {
  const { runId } = await perform({ ...app.context, actor }, evaluateRound(app.engine), { id: round.id })
  const from = performance.now()
  await runPass(app.engine, app.context, round.id, runId)
  const seconds = (performance.now() - from) / 1000
  // maxRSS is in KiB wherever Node runs.
  process.stdout.write(
    `${JSON.stringify({ seconds, run: runId, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`,
  )
}
await app.http.close()
await database.close()
