import { readFileSync, readdirSync } from 'node:fs'

const statusOf = (pid: string | number): Record<string, string> => {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n')
    return Object.fromEntries(lines.map((line) => line.split(/:\s+/) as [string, string]))
  } catch {
    return {}
  }
}

/** Watches what a PostgreSQL's processes hold of their own, beside the shared buffers. Linux only, elsewhere 0. */
export function watchPostgres(postmaster: number): { peakMb(): number; stop(): void } {
  let peak = 0
  const look = () => {
    let held = 0
    for (const pid of pids()) {
      const status = statusOf(pid)
      if (Number(status.PPid) === postmaster) held += Number.parseInt(status.RssAnon ?? '0', 10)
    }
    peak = Math.max(peak, held)
  }
  const timer = setInterval(look, 100)
  return { peakMb: () => peak / 1024, stop: () => clearInterval(timer) }
}

function pids(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}
