import { StartFault } from '../../start-fault.ts'
import { stopSignal } from '../../stop-signal.ts'
import { startDatabase } from '../start-database.ts'

// A server reduced to its database, run as a process of its own so that the tests can kill it.
const [, , dataFolder = '', shared] = process.argv
try {
  const stopped = stopSignal()
  const { appUrl, close } = await startDatabase({ dataFolder }, { quick: true, shared: shared === 'shared' })
  process.stdout.write(`${appUrl}\n`)
  const alive = setInterval(() => undefined, 1000)
  await stopped
  await close()
  clearInterval(alive)
} catch (fault) {
  if (!(fault instanceof StartFault)) throw fault
  process.stdout.write(`${fault.message}\n`)
  process.exitCode = 1
}
