import { startLoop } from '../../platform/loop.ts'
import { type Swept, type SweepContext, sweep } from './actions/sweep.ts'
import type { PetitionMeans } from './means.ts'

/** Looks at the clocks for the life of the process. */
export interface Sweeper {
  /** One sweep at once; it waits for one that is under way, so that afterwards nothing is due that was due before. */
  sweep(context: SweepContext): Promise<Swept>
  /** @param everyMs null: never by itself */
  start(context: SweepContext, warn: (line: string) => void, everyMs?: number | null): void
  stop(): Promise<void>
}

const fiveSeconds = 5_000

export function claimSweeper(means: PetitionMeans): Sweeper {
  let last: Promise<unknown> = Promise.resolve()
  const one = (context: SweepContext, signal?: AbortSignal): Promise<Swept> => {
    const next = last.then(() => sweep(context, means, signal))
    last = next.catch(() => undefined)
    return next
  }
  let loop: { stop(): Promise<void> } | undefined
  return {
    sweep: (context) => one(context),
    start(context, warn, everyMs = fiveSeconds) {
      if (everyMs === null) return
      loop = startLoop({
        everyMs,
        round: async (signal) => void (await one(context, signal)),
        warn: (fault) => warn(`诉求到点检查暂未成功，将继续重试：${fault.message}`),
      })
    },
    async stop() {
      await loop?.stop()
      await last
    },
  }
}
