import { StartFault } from '../start-fault.ts'
import { findBrowser } from './browser.ts'

// A missing browser is told in one sentence before the journeys, not as a failure of each of them.
try {
  process.stdout.write(`${findBrowser().executablePath}\n`)
} catch (fault) {
  if (!(fault instanceof StartFault)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = 1
}
