/** What reading a piece of text yields: the value, or a stable reason that the caller's texts explain. */
export type Parsed<T, R extends string> = { ok: true; value: T } | { ok: false; reason: R }

export function accepted<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refused<R extends string>(reason: R): { ok: false; reason: R } {
  return { ok: false, reason }
}

/** Office sheets carry full-width digits, hyphens and stray spaces; this is the form every code is judged in. */
export function tidied(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '')
}
