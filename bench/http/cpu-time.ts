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

/** Microseconds of the processor, by process. */
export interface CpuTime {
  server: number
  database: ReadonlyMap<string, number>
}

/** What the server and each process of its PostgreSQL have used of the processor so far. Linux only, elsewhere nothing. */
export function cpuTime(server: number, folder: string): CpuTime {
  const postmaster = read(join(folder, 'postgres', 'postmaster.pid')).split('\n')[0]
  const children = names('/proc').filter(
    (pid) => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] === postmaster,
  )
  return {
    server: usedBy(String(server)),
    database: new Map(children.map((pid) => [pid, usedBy(pid)])),
  }
}

/**
 * Microseconds that each of so many requests took between two looks; unlike its duration that says little of what else the
 * machine does. Processes that ended in between are left out.
 */
export function cpuOfEach(from: CpuTime, to: CpuTime, requests: number) {
  const database = [...to.database].reduce((sum, [pid, at]) => sum + at - (from.database.get(pid) ?? 0), 0)
  return { server: (to.server - from.server) / requests, database: database / requests }
}
