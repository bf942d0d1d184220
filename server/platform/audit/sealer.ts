import type { Clock } from '../clock/clock.ts'
import type { Db } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'
import { sealCommitted } from './seal.ts'
import { keepDisputed, writeSealFile } from './seal-file.ts'

export interface SealerOptions {
  db: Db
  keys: Keys
  clock: Clock
  /** The file outside the database (`sealFileIn`). */
  file: string
  everyMs?: number
  /** Told once when sealing begins to fail, and when an earlier seal is disputed. */
  warn(line: string): void
}

/**
 * Seals committed entries once a second. A database that is away for a while is waited for: entries wait with it.
 * @returns stop, which seals once more and resolves when nothing of the sealer runs any longer
 */
export function startSealer({ everyMs = 1000, ...options }: SealerOptions): { stop(): Promise<void> } {
  let isFailing = false
  const stopping = new AbortController()
  let wake: () => void = () => undefined
  const round = async () => {
    try {
      await sealAll(options)
      isFailing = false
    } catch (fault) {
      if (!isFailing) options.warn(`审计封存暂未成功，将继续重试：${(fault as Error).message}`)
      isFailing = true
    }
  }
  const pause = () =>
    new Promise<void>((resume) => {
      const timer = setTimeout(resume, everyMs)
      wake = () => {
        clearTimeout(timer)
        resume()
      }
    })
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round()
      if (!stopping.signal.aborted) await pause()
    }
    await round()
  })()
  return {
    stop() {
      stopping.abort()
      wake()
      return running
    },
  }
}

/** Seals until nothing waits, and keeps the last seal outside. The database is first: a file may lag, never lead. */
export async function sealAll({
  db,
  keys,
  clock,
  file,
  warn,
}: Omit<SealerOptions, 'everyMs'>): Promise<void> {
  for (;;) {
    const done = await sealCommitted(db, keys, clock.now().toISOString())
    if (!done) return
    const aside = await keepDisputed(db, file)
    if (aside)
      warn(
        `审计封条与库外文件不一致，数据库可能被回退或改动；旧文件已另存为 ${aside}，请运行 gongzhi audit verify`,
      )
    writeSealFile(file, done.seal)
    if (!done.more) return
  }
}
