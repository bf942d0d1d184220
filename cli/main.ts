import { StartFault } from '../server/platform/start-fault.ts'
import type { Command, Io } from './command.ts'
import { dispatch } from './dispatch.ts'

/** A command's file is loaded only when the command is asked for. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  import: () => import('./import.ts'),
  report: () => import('./report.ts'),
  scheme: () => import('./scheme.ts'),
  score: () => import('./score.ts'),
  deadline: () => import('./deadline.ts'),
  evaluate: () => import('./evaluate.ts'),
  evaluation: () => import('./evaluation.ts'),
  survey: () => import('./survey.ts'),
  bench: () => import('./bench.ts'),
  accounts: () => import('./accounts.ts'),
  audit: () => import('./audit.ts'),
  backup: () => import('./backup.ts'),
  docs: () => import('./docs.ts'),
  keys: () => import('./keys.ts'),
  restore: () => import('./restore.ts'),
  faults: () => import('./faults.ts'),
}

const io: Io = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
}

// `gongzhi … | head` closes our output early, which is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit()
  throw fault
})

try {
  process.exitCode = await dispatch(commands, process.argv.slice(2), io)
} catch (fault) {
  if (!(fault instanceof StartFault)) throw fault
  io.err(fault.message)
  process.exitCode = 1
}
