/** One statement as the server sent it. */
export interface Statement {
  text: string
  values: unknown[]
}

/** What a load repeats: a request, and the statements that the server sends for it. */
export interface Scenario {
  name: 'get' | 'list' | 'create'
  title: string
  method: 'GET' | 'POST'
  /** Path and body hold the sample, which every repetition replaces by one of the variants, or by a fresh text. */
  path: string
  body: string | null
  statements: Statement[]
  sample: string
  /** What takes the sample's place; empty where each repetition needs a text of its own. */
  variants: string[]
}

/** What stands in the sample's place at one repetition. */
export function variantOf(
  { sample, variants }: Pick<Scenario, 'sample' | 'variants'>,
  client: number,
  n: number,
): string {
  if (variants.length === 0) return `${sample}-${process.pid}-${client}-${n}`
  // A walk that meets every variant before it comes back, differently for each client.
  return variants[(client * 997 + n * 7919) % variants.length] as string
}
