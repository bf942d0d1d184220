import type { FieldStore } from '../store/field-store.ts'
import { hasSendable, type SyncEnd, syncOnce } from './sync.ts'

export interface SyncState {
  isRunning: boolean
  end: SyncEnd | null
}

/** After a change so long, so that what is taken back at once never goes out. */
const restMs = 4_000
/** Waits between tries while the network is away; the last one stays. */
const waitsMs = [3_000, 10_000, 30_000, 120_000] as const
/** What is shown is asked for anew when the page is looked at again after so long. */
const staleMs = 5 * 60_000

/** Sends by itself: after changes, when the network is back, when the page is looked at, and on and on while it fails. */
export class SyncRunner {
  #store: FieldStore
  #state: SyncState = { isRunning: false, end: null }
  #listeners = new Set<() => void>()
  #pass: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #lastAt = 0
  #seen: FieldStore['state']
  #stops: (() => void)[] = []

  constructor(store: FieldStore) {
    this.#store = store
    this.#seen = store.state
  }

  get state(): SyncState {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @returns what stops it */
  start(): () => void {
    const back = () => void this.sync()
    const looked = () => {
      if (document.visibilityState === 'visible' && Date.now() - this.#lastAt > staleMs) void this.sync()
    }
    window.addEventListener('online', back)
    document.addEventListener('visibilitychange', looked)
    this.#stops.push(
      () => window.removeEventListener('online', back),
      () => document.removeEventListener('visibilitychange', looked),
      this.#store.subscribe(() => this.#changed()),
    )
    void this.sync()
    return () => {
      clearTimeout(this.#timer)
      for (const stop of this.#stops.splice(0)) stop()
    }
  }

  /** One pass at a time, in all windows of this device; whoever asks during one shares it. */
  sync = (): Promise<void> => {
    this.#pass ??= this.#run().finally(() => {
      this.#pass = null
    })
    return this.#pass
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer)
    this.#set({ isRunning: true, end: this.#state.end })
    const end = await alone(`gongzhi-field-${this.#store.accountId}`, () => syncOnce(this.#store))
    this.#lastAt = Date.now()
    this.#failures = end === 'done' ? 0 : this.#failures + 1
    this.#set({ isRunning: false, end })
    if (end === 'no-connection' || end === 'failed')
      this.#in(waitsMs[Math.min(this.#failures, waitsMs.length) - 1] ?? restMs)
    else if (end === 'done') this.#in(restMs)
  }

  #changed(): void {
    const { entries, submissions, files } = this.#seen
    const now = this.#store.state
    this.#seen = now
    const isSame = now.entries === entries && now.submissions === submissions && now.files === files
    if (!isSame && !this.#state.isRunning) this.#in(restMs)
  }

  #in(ms: number): void {
    clearTimeout(this.#timer)
    if (!hasSendable(this.#store)) return
    this.#timer = setTimeout(() => void this.sync(), ms)
  }

  #set(state: SyncState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** Locks need HTTPS; without it the page stands open once at a time as far as we know. */
const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work()
