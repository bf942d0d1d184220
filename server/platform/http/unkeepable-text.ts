/** U+0000, and halves of a pair that stand alone: neither can be kept in UTF-8 text, and both would come back altered. */
const isKeepable = (text: string) => !text.includes('\u0000') && text.isWellFormed()

/**
 * Looks through whatever JSON was sent, however deep. Names of fields count too.
 * @returns the path of the first text that no database can keep, such as `grants.0.role`; undefined when there is none
 */
export function unkeepable(sent: unknown): string | undefined {
  const waiting: { path: string; value: unknown }[] = [{ path: '', value: sent }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && !isKeepable(value)) return path
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (!isKeepable(name)) return path
      waiting.push({ path: path === '' ? name : `${path}.${name}`, value: inner })
    }
  }
  return undefined
}
