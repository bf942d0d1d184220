import { useSyncExternalStore } from 'react'

const phone = window.matchMedia('(max-width: 767px)')

function subscribe(changed: () => void): () => void {
  phone.addEventListener('change', changed)
  return () => phone.removeEventListener('change', changed)
}

/** True on phone widths: navigation moves into a drawer, tables become cards. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches)
}
