import { type AnyRouter, useParams, useSearch } from '@tanstack/react-router'
import { textsOf } from './search.ts'

// Two sites share one type check and the registered router is the workbench's, hence the open router type.

/** The named texts of this page's address, as they were checked. */
export function useAsked<K extends string>(...names: K[]): Partial<Record<K, string>> {
  return textsOf(...names)(useSearch<AnyRouter, undefined, false, false>({ strict: false }))
}

/** The named parts of this page's path; '' for one that it lacks. */
export function useParts<K extends string>(...names: K[]): Record<K, string> {
  const found: Record<string, unknown> = useParams<AnyRouter, undefined, false, false>({ strict: false })
  const given = (name: K) => (typeof found[name] === 'string' ? found[name] : '')
  return Object.fromEntries(names.map((name) => [name, given(name)])) as Record<K, string>
}
