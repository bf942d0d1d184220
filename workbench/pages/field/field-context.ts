import { createContext, useContext, useSyncExternalStore } from 'react'
import type { FieldState, FieldStore } from './store/field-store.ts'
import type { FieldPerson } from './store/person.ts'
import type { SyncRunner, SyncState } from './sync/runner.ts'
import type { Offline, OfflineWatch } from './worker/offline.ts'

export interface Field {
  person: FieldPerson
  store: FieldStore
  runner: SyncRunner
  watch: OfflineWatch
}

export const FieldContext = createContext<Field | null>(null)

export function useField(): Field {
  const field = useContext(FieldContext)
  if (!field) throw new Error('outside of the field page')
  return field
}

export function useFieldState(): FieldState {
  const { store } = useField()
  return useSyncExternalStore(store.subscribe, () => store.state)
}

export function useSyncState(): SyncState {
  const { runner } = useField()
  return useSyncExternalStore(runner.subscribe, () => runner.state)
}

export function useOffline(): Offline {
  const { watch } = useField()
  return useSyncExternalStore(watch.subscribe, () => watch.state)
}

/** Whether the device believes to have a network; it is wrong at times, so that sending is tried all the same. */
export const useOnline = (): boolean => useSyncExternalStore(listenOnline, () => navigator.onLine)

function listenOnline(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
