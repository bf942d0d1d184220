/** The frame of a draw, by columns: one entry per owner by heads. Keys are pseudonyms, known to the drawing body alone. */
export interface Frame {
  units: readonly string[]
  strata: readonly string[]
}

/** What is wrong with a frame, and in which of its rows (counted from 0). */
export type FrameFault =
  | { code: 'empty' }
  | { code: 'unit-missing'; row: number }
  | { code: 'stratum-missing'; row: number }
  /** A tab, line break or the like, which would let two frames read as one. */
  | { code: 'control-character'; row: number }
  | { code: 'duplicate'; row: number; first: number; unit: string }

/** The rows in the order of their keys, which is the frame's own whatever order its rows come in. */
export interface SortedFrame extends Frame {
  byUnit: Uint32Array
}

/** By a loop: a regular expression on every key takes as long as a tenth of the draw. */
function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || (code > 126 && code < 160)) return true
  }
  return false
}

/** @returns the frame in order, or its first fault */
export function sortFrame({ units, strata }: Frame): SortedFrame | FrameFault {
  if (units.length === 0) return { code: 'empty' }
  const plain = new Set<string>()
  for (const [row, unit] of units.entries()) {
    const stratum = strata[row] ?? ''
    if (unit === '') return { code: 'unit-missing', row }
    if (stratum === '') return { code: 'stratum-missing', row }
    if (hasControl(unit)) return { code: 'control-character', row }
    if (plain.has(stratum)) continue
    if (hasControl(stratum)) return { code: 'control-character', row }
    plain.add(stratum)
  }
  const byUnit = Uint32Array.from(units.keys()).sort((a, b) => compareTexts(units[a], units[b]) || a - b)
  let repeated: { row: number; first: number } | undefined
  for (let i = 1; i < byUnit.length; i++) {
    const [first, row] = [byUnit[i - 1] as number, byUnit[i] as number]
    if (units[first] === units[row] && row < (repeated?.row ?? Infinity)) repeated = { row, first }
  }
  if (repeated) return { code: 'duplicate', ...repeated, unit: units[repeated.row] ?? '' }
  return { units, strata, byUnit }
}

/** By UTF-16 code units, whatever the machine's language. */
export const compareTexts = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

/** The frame's text that is hashed: "key TAB stratum LF" in the order of keys, in pieces. */
export function* frameText({ units, strata, byUnit }: SortedFrame): Generator<string> {
  const linesAtOnce = 1000
  for (let at = 0; at < byUnit.length; at += linesAtOnce) {
    let piece = ''
    for (const row of byUnit.subarray(at, at + linesAtOnce)) piece += `${units[row]}\t${strata[row]}\n`
    yield piece
  }
}

/** Rows of each stratum; strata by name. */
export function rowsByStratum({ strata, byUnit }: SortedFrame): [stratum: string, rows: Uint32Array][] {
  const index = new Map<string, number>()
  const sizes: number[] = []
  const own = Uint32Array.from(strata, (stratum) => {
    const known = index.get(stratum) ?? index.size
    if (known === index.size) index.set(stratum, known)
    sizes[known] = (sizes[known] ?? 0) + 1
    return known
  })
  const filled = sizes.map(() => 0)
  const rows = sizes.map((size) => new Uint32Array(size))
  for (const row of byUnit) {
    const at = own[row] as number
    const list = rows[at] as Uint32Array
    list[filled[at] as number] = row
    filled[at] = (filled[at] as number) + 1
  }
  return [...index.keys()]
    .map((stratum, i): [string, Uint32Array] => [stratum, rows[i] as Uint32Array])
    .sort(([a], [b]) => compareTexts(a, b))
}
