import type { Statement } from '../../server/platform/database/together.ts'

/** A text of the captured request that every repetition replaces by another. */
export interface Part {
  sample: string
  /** What takes its place, aligned with those of the other parts; empty where each repetition needs a text of its own. */
  variants: string[]
}

/** What a load repeats: a request, and the statements that the server sends for it. */
export interface Scenario {
  name: string
  title: string
  method: 'GET' | 'POST'
  path: string
  body: string | null
  /** What the server sends to the database for it: the statements of each turn. */
  turns: Statement[][]
  parts: Part[]
  /** Ids that the request or the server made: each repetition has ones of its own. */
  fresh: readonly string[]
}

/** A text of the captured request as one repetition has it. */
export function varied(text: string, parts: readonly Part[], client: number, n: number): string {
  // A walk that meets every variant before it comes back, each client's from another place.
  const at = client * 997 + n * 7919
  return parts.reduce((done, { sample, variants }) => {
    const variant = variants[at % variants.length] ?? `${sample}-${process.pid}-${client}-${n}`
    return done.replaceAll(sample, variant)
  }, text)
}
