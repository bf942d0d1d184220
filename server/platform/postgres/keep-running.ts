import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { isRunning, startPostmaster } from './postmaster.ts'

const lookEveryMs = 1_000
const retryMs = 5_000

/**
 * Starts the server again whenever it has gone: ended by somebody, or by the system when memory ran out. Requests
 * meanwhile are told to try again.
 * @param warn told when it went and when it is back
 * @returns stop, which resolves when nothing is started any more
 */
export function keepRunning(cluster: Cluster, warn: (line: string) => void): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const wait = (ms: number) =>
    pause(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
  let isTold = false
  const look = async () => {
    if (isRunning(cluster)) return
    if (!isTold) warn('数据库意外停止，正在重新启动…')
    isTold = true
    await startPostmaster(cluster)
    warn('数据库已恢复。')
    isTold = false
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await wait(lookEveryMs)
      if (stopping.signal.aborted) return
      await look().catch((fault: Error) => {
        warn(fault.message)
        return wait(retryMs)
      })
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
