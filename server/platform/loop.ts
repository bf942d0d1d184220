export interface Loop {
  /** Runs the next round at once; nothing is lost when one is under way. */
  wake(): void
  /** Resolves when nothing of it runs any longer. */
  stop(): Promise<void>
}

export interface LoopOptions {
  everyMs: number
  /** One round. It may fail: the next comes in its time. */
  round(signal: AbortSignal): Promise<void>
  /** Told once when rounds begin to fail, and again only after one has succeeded. */
  warn(fault: Error): void
}

/** Repeats a round for the life of the process, one at a time. */
export function startLoop({ everyMs, round, warn }: LoopOptions): Loop {
  const stopping = new AbortController()
  let isFailing = false
  let isAsked = false
  let resume: () => void = () => undefined
  const pause = () =>
    new Promise<void>((wakeUp) => {
      const timer = setTimeout(wakeUp, isAsked ? 0 : everyMs)
      timer.unref()
      resume = () => {
        clearTimeout(timer)
        wakeUp()
      }
    })
  const running = (async () => {
    while (!stopping.signal.aborted) {
      isAsked = false
      try {
        await round(stopping.signal)
        isFailing = false
      } catch (fault) {
        if (!isFailing && !stopping.signal.aborted) warn(fault as Error)
        isFailing = true
      }
      if (!stopping.signal.aborted) await pause()
    }
  })()
  return {
    wake() {
      isAsked = true
      resume()
    },
    stop() {
      stopping.abort()
      resume()
      return running
    },
  }
}
