/** A field with what it was and what it became; a side is undefined where it does not speak of the field. */
export interface DetailLine {
  /** "profile.households" */
  path: string
  before?: string
  after?: string
  changed: boolean
}

function flat(value: unknown, path: string, into: Map<string, string>): void {
  if (Array.isArray(value) || (typeof value === 'object' && value !== null)) {
    const entries = Object.entries(value)
    if (entries.length === 0) into.set(path, '')
    for (const [key, inner] of entries) flat(inner, path === '' ? key : `${path}.${key}`, into)
    return
  }
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  into.set(path, plain ? String(value) : '')
}

function flattened(value: unknown): Map<string, string> {
  const into = new Map<string, string>()
  flat(value, '', into)
  return into
}

/** The detail of an entry as lines: fields of `before` and `after` side by side, everything else below. */
export function linesOf(detail: Record<string, unknown>): DetailLine[] {
  const { before, after, ...rest } = detail
  const [was, is] = [flattened(before ?? {}), flattened(after ?? {})]
  was.delete('')
  is.delete('')
  const compared = [...new Set([...is.keys(), ...was.keys()])].map((path): DetailLine => {
    const [old, now] = [was.get(path), is.get(path)]
    // A field that only one side has was not part of the change.
    const changed = old !== undefined && now !== undefined && old !== now
    return {
      path,
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
      changed,
    }
  })
  const others = flattened(rest)
  others.delete('')
  return [
    ...compared.filter(({ changed }) => changed),
    ...compared.filter(({ changed }) => !changed),
    ...[...others].map(([path, value]) => ({ path, after: value, changed: false })),
  ]
}
