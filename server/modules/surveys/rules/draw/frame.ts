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

/** The first row without a key or stratum, or with one that is not plain text. */
export function frameFault({ units, strata }: Frame): FrameFault | undefined {
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
  return undefined
}

/** By a loop: a regular expression on every key takes as long as a tenth of the draw. */
function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || (code > 126 && code < 160)) return true
  }
  return false
}

/**
 * The first row whose key stood before. Equal keys have equal numbers, and a city's numbers are sorted ten times as fast
 * as its keys; only where two numbers agree are the keys themselves looked at.
 * @param numbers of the rows; equal for equal keys
 */
export function repeatedUnit({ units }: Frame, numbers: Float64Array): FrameFault | undefined {
  const sorted = numbers.slice().sort()
  if (!sorted.some((number, i) => i > 0 && number === sorted[i - 1])) return undefined
  const seen = new Map<string, number>()
  for (const [row, unit] of units.entries()) {
    const first = seen.get(unit)
    if (first !== undefined) return { code: 'duplicate', row, first, unit }
    seen.set(unit, row)
  }
  return undefined
}

/** A stratum with its rows in the order of their keys. */
export interface FrameStratum {
  stratum: string
  rows: Uint32Array
}

/** The frame's own order, whatever order its rows come in: strata by name, in each the keys. */
export function frameStrata({ units, strata }: Frame): FrameStratum[] {
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
  own.forEach((at, row) => {
    const list = rows[at] as Uint32Array
    list[filled[at] as number] = row
    filled[at] = (filled[at] as number) + 1
  })
  return [...index.keys()]
    .map((stratum, i): FrameStratum => ({ stratum, rows: rows[i] as Uint32Array }))
    .sort((a, b) => compareTexts(a.stratum, b.stratum))
    .map((one) => ({ ...one, rows: one.rows.sort((a, b) => compareTexts(units[a], units[b])) }))
}

/** By UTF-16 code units, whatever the machine's language. */
const compareTexts = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

/** The frame's text that is hashed: "stratum TAB key LF" in its own order, a piece for each stratum. */
export function* frameText({ units }: Frame, strata: readonly FrameStratum[]): Generator<string> {
  for (const { stratum, rows } of strata) {
    let piece = ''
    for (const row of rows) piece += `${stratum}\t${units[row]}\n`
    yield piece
  }
}
