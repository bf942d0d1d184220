import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // A process that ended meanwhile, or no Linux.
    return ''
  }
}
const names = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** Microseconds of the processor that a process has had so far, all threads together. */
const usedBy = (pid: string): number =>
  names(`/proc/${pid}/task`).reduce(
    (sum, thread) => sum + Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] ?? 0) / 1000,
    0,
  )

/** Microseconds of the processor. */
export interface CpuTime {
  server: number
  database: number
}

/**
 * What the server and all processes of its PostgreSQL have used of the processor since the start: unlike the time a
 * request takes, it says little of what else the machine does. Linux only, elsewhere 0.
 */
export function cpuTime(server: number, folder: string): CpuTime {
  const postmaster = read(join(folder, 'postgres', 'postmaster.pid')).split('\n')[0]
  const children = names('/proc').filter(
    (pid) => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] === postmaster,
  )
  return {
    server: usedBy(String(server)),
    database: children.reduce((sum, pid) => sum + usedBy(pid), 0),
  }
}
