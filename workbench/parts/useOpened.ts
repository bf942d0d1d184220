import { useLocation, useRouter } from '@tanstack/react-router'
import { stringifySearch, word } from '../app/search.ts'

export interface Opened {
  /** What stands open, or null. */
  opened: string | null
  open: (id: string) => void
  close: () => void
  /** The address with that one open, to be followed or sent. */
  addressOf: (id: string) => string
}

/** Which drawer or tab is open stands in the address under `key`, so that it can be sent and the browser's Back closes it. */
export function useOpened(key: string): Opened {
  const router = useRouter()
  const { pathname, search } = useLocation()
  const addressOf = (value: string | undefined) =>
    `${pathname}${stringifySearch({ ...search, [key]: value })}`
  const go = (value: string | undefined) =>
    void router.navigate({ href: addressOf(value), resetScroll: false })
  return { opened: word(search, key), open: go, close: () => go(undefined), addressOf }
}
