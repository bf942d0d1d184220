import type { Db } from '../database/database.ts'

const sleepers = new WeakMap<Db, Set<() => void>>()

/** Calls back whenever this process may have put something in the outbox. @returns how to be left alone again */
export function whenOutboxFills(db: Db, wake: () => void): () => void {
  const all = sleepers.get(db) ?? new Set()
  sleepers.set(db, all.add(wake))
  return () => void all.delete(wake)
}

/** To be called after the commit. Other processes' messages are found by looking every second. */
export function wakeOutbox(db: Db): void {
  for (const wake of sleepers.get(db) ?? []) wake()
}
