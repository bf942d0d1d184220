/** How far this page works without a network. `unavailable`: no HTTPS, or a browser without service workers. */
export type OfflineState = 'unavailable' | 'preparing' | 'ready' | 'failed'

export interface Offline {
  state: OfflineState
  /** A new version lies ready; taking it over loads the page anew. */
  update: (() => void) | null
}

const checkMs = 60 * 60_000
const retryMs = 5_000

const canBeOffline = (): boolean =>
  window.isSecureContext && 'serviceWorker' in navigator && import.meta.env.PROD

/** What changed, told from the outside in. */
export class OfflineWatch {
  #offline: Offline = { state: canBeOffline() ? 'preparing' : 'unavailable', update: null }
  #listeners = new Set<() => void>()

  get state(): Offline {
    return this.#offline
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @returns what stops it */
  start(): () => void {
    if (!canBeOffline()) return () => undefined
    let timer: ReturnType<typeof setInterval> | undefined
    const register = () =>
      void navigator.serviceWorker
        .register('/field-worker.js', { scope: '/field', updateViaCache: 'none' })
        .then(
          (registration) => {
            this.#watch(registration)
            clearInterval(timer)
            timer = setInterval(() => void registration.update().catch(() => undefined), checkMs)
          },
          () => this.#set({ ...this.#offline, state: 'failed' }),
        )
    // One file that did not come undoes the whole preparation: a weak network gets further tries.
    const again = setInterval(() => this.#offline.state === 'failed' && register(), retryMs)
    register()
    // The browser may otherwise clear what is not sent yet when it runs out of room.
    void navigator.storage?.persist?.().catch(() => false)
    return () => {
      clearInterval(timer)
      clearInterval(again)
    }
  }

  #watch(registration: ServiceWorkerRegistration): void {
    const look = () => {
      const { active, waiting } = registration
      const update = active && waiting ? () => this.#takeOver(waiting) : null
      this.#set({ state: active ? 'ready' : this.#offline.state, update })
    }
    const follow = (worker: ServiceWorker | null) =>
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'redundant' && !registration.active)
          this.#set({ ...this.#offline, state: 'failed' })
        else look()
      })
    look()
    follow(registration.installing)
    follow(registration.waiting)
    registration.addEventListener('updatefound', () => follow(registration.installing))
  }

  #takeOver(waiting: ServiceWorker): void {
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') window.location.reload()
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    waiting.postMessage('take-over')
  }

  #set(offline: Offline): void {
    this.#offline = offline
    for (const listener of this.#listeners) listener()
  }
}
