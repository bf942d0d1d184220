/**
 * JSON text in which equal values are equal bytes: keys in code-point order, nothing between the parts.
 * Values that JSON does not know (undefined, functions) are left out, as by JSON.stringify.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value))

/** The same value with the keys of every object in order. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}
