import { useLocation, useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { type AddressSearch, stringifySearch, word } from '../../app/search.ts'
import type { Filters } from './types.ts'

const own = ['after', 'page', 'sort']

/** The filters of a search: everything that is not the list's own paging and order. */
export function filtersOf(search: AddressSearch): Filters {
  return Object.fromEntries(Object.entries(search).filter(([key]) => !own.includes(key)))
}

export interface ListAddress {
  filters: Filters
  after: string | undefined
  sort: string | undefined
  /** Counted from 1, for the reader's orientation. */
  page: number
  /** Changes filters and starts from the first page. */
  filter: (change: Filters) => void
  order: (sort: string | undefined) => void
  forward: (next: string) => void
  back: () => void
}

/**
 * A list's state lives in the address, so that it can be sent to a colleague and the browser's Back works. Pages come
 * by key; keys already passed are kept for the way back, and a reader who came by a sent address goes back to the first.
 */
export function useListAddress(): ListAddress {
  const router = useRouter()
  const { pathname, search } = useLocation()
  const passed = useRef(new Map<number, string>())
  const page = Math.max(1, Number(word(search, 'page') ?? 1) || 1)

  function go(next: AddressSearch, replace: boolean): void {
    void router.navigate({ href: `${pathname}${stringifySearch(next)}`, replace, resetScroll: false })
  }
  return {
    filters: filtersOf(search),
    after: word(search, 'after') ?? undefined,
    sort: word(search, 'sort') ?? undefined,
    page,
    filter: (change) => go({ ...filtersOf(search), sort: search.sort, ...change }, true),
    order: (sort) => go({ ...filtersOf(search), sort }, true),
    forward(next) {
      passed.current.set(page + 1, next)
      go({ ...search, after: next, page: String(page + 1) }, false)
    },
    back() {
      const key = passed.current.get(page - 1)
      const rest = { ...filtersOf(search), sort: search.sort }
      go(key === undefined ? rest : { ...rest, after: key, page: String(page - 1) }, false)
    },
  }
}
