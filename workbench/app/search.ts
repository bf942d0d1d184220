import { queryOf } from '../api/address.ts'

/** What stands behind the ? of a page's address: plain words, a repeated key is a list. */
export type AddressSearch = Record<string, string | string[] | undefined>

export function parseSearch(text: string): AddressSearch {
  const found: AddressSearch = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key]
    found[key] = before === undefined ? value : [before, value].flat()
  }
  return found
}

export function stringifySearch(search: Record<string, unknown>): string {
  const text = queryOf(search)
  return text === '' ? '' : `?${text}`
}

/** Search of an unknown origin (links, redirects) as plain words; anything else is dropped. */
export function readSearch(search: Record<string, unknown>): AddressSearch {
  const kept: AddressSearch = {}
  for (const [key, value] of Object.entries(search)) {
    if (Array.isArray(value)) kept[key] = value.map(String)
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      kept[key] = String(value)
  }
  return kept
}

/** One word of the search, or null; of a list the first. */
export function word(search: AddressSearch, key: string): string | null {
  const value = search[key]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

/** An address of ours to return to after sign-in; anything that could lead to another site becomes the first page. */
export function safeBack(back: string | null): string {
  return back !== null && /^\/(?![/\\])\P{Cc}*$/u.test(back) && !back.startsWith('/sign-in') ? back : '/'
}
