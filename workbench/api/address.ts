/** What a request carries besides its endpoint; each part as the contract declares it. */
export interface Parts {
  params?: Record<string, unknown> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
}

/**
 * The address of a request: `:name` parts filled and escaped, query appended (arrays repeat the key; null, undefined
 * and '' are left out). Throws when a part of the path is missing: that is a fault of the page, not of the person.
 */
export function addressOf(path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = params[name]
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string' || value === '') throw new Error(`${path}: no ${name} given`)
    return encodeURIComponent(value)
  })
  const asked = queryOf(query)
  return asked === '' ? filled : `${filled}?${asked}`
}

/** A readable query: plain strings, no JSON, keys in the order given. */
export function queryOf(query: Record<string, unknown>): string {
  const pairs = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') pairs.append(key, String(one))
    }
  }
  return pairs.toString()
}
