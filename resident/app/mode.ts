import { useSyncExternalStore } from 'react'
import { recall, remember } from './remember.ts'

const key = 'public-mode'
const listeners = new Set<() => void>()
let elderly = recall(key) === 'elderly'

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** 长辈版: large type, high contrast, few words. Remembered in this browser. */
export const useElderly = (): boolean => useSyncExternalStore(subscribe, () => elderly)

export function setElderly(on: boolean): void {
  elderly = on
  remember(key, on ? 'elderly' : null)
  paintMode()
  for (const tell of listeners) tell()
}

/** The mode on the root element, which the style sheets read. */
export function paintMode(): void {
  if (elderly) document.documentElement.dataset.mode = 'elderly'
  else delete document.documentElement.dataset.mode
}
