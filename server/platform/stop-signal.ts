/** Why the server is asked to stop. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'launcher gone'

/**
 * Resolves at the first request to stop: a signal, or the end of the launcher that started this process. Later ones
 * are swallowed, since Ctrl-C reaches a process both from the terminal and through its launcher.
 */
export function stopSignal(): Promise<StopReason> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
    if (!process.channel) return
    process.once('disconnect', () => resolve('launcher gone'))
    // Listening alone must not keep a server alive that has nothing left to do.
    process.channel.unref()
  })
}
