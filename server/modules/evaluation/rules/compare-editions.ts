import type { SubjectKind } from '../../../rulebook/schema/primitives.ts'
import { Fraction } from '../../../values/fraction.ts'

interface Stands {
  total: Fraction
  band: string | null
  /** Rows without a reading. */
  missing: readonly string[]
}

/** One subject under two editions. */
export interface Compared<S> {
  subject: S
  before: Stands
  after: Stands
}

/** Totals are decimals with two places, as they are shown. */
export interface Moved<S> {
  subject: S
  before: string
  after: string
  change: string
  bandBefore: string | null
  bandAfter: string | null
}

export interface KindCompared<S> {
  kind: SubjectKind
  subjects: number
  mean: { before: string; after: string }
  /** Steps of five points, those in which anybody stands. */
  histogram: { from: number; to: number; before: number; after: number }[]
  bands: { band: string | null; before: number; after: number }[]
  /** How many stand in another band than before, and the first of them by change. */
  movedBand: { count: number; subjects: Moved<S>[] }
  /** Those whose total changes most, the largest change first. */
  movers: Moved<S>[]
  /** Rows of the new edition that lack data, by how many subjects, beside the same number in the old one. */
  withoutData: { row: string; before: number; after: number }[]
}

const shown = 50
const step = 5

/** Sets two scorings of the same subjects against each other: distribution, mean, who moves, what lacks data. */
export function comparison<S>(lines: readonly Compared<S>[]): Omit<KindCompared<S>, 'kind'> {
  const moved = lines
    .map((line) => ({ line, change: line.after.total.sub(line.before.total) }))
    .filter(({ line, change }) => !change.isZero() || line.before.band !== line.after.band)
    .sort((a, b) => size(b.change).compare(size(a.change)))
  const acrossBands = moved.filter(({ line }) => line.before.band !== line.after.band)
  return {
    subjects: lines.length,
    mean: { before: meanOf(lines.map((l) => l.before)), after: meanOf(lines.map((l) => l.after)) },
    histogram: histogramOf(lines),
    bands: bandsOf(lines),
    movedBand: { count: acrossBands.length, subjects: acrossBands.slice(0, shown).map(told) },
    movers: moved.slice(0, shown).map(told),
    withoutData: withoutData(lines),
  }
}

const size = (change: Fraction): Fraction => (change.isNegative() ? Fraction.ZERO.sub(change) : change)

const told = <S>({ line, change }: { line: Compared<S>; change: Fraction }): Moved<S> => ({
  subject: line.subject,
  before: line.before.total.toFixed(2),
  after: line.after.total.toFixed(2),
  change: change.toFixed(2),
  bandBefore: line.before.band,
  bandAfter: line.after.band,
})

const meanOf = (stands: readonly Stands[]): string =>
  Fraction.sum(stands.map((one) => one.total))
    .div(Fraction.of(Math.max(1, stands.length)))
    .toFixed(2)

function histogramOf<S>(lines: readonly Compared<S>[]): KindCompared<S>['histogram'] {
  const counts = new Map<number, { before: number; after: number }>()
  const add = (total: Fraction, side: 'before' | 'after') => {
    const at = Math.min(Math.floor(total.toNumber() / step), 100 / step - 1) * step
    const bin = counts.get(at) ?? { before: 0, after: 0 }
    bin[side]++
    counts.set(at, bin)
  }
  for (const { before, after } of lines) {
    add(before.total, 'before')
    add(after.total, 'after')
  }
  return [...counts].sort(([a], [b]) => a - b).map(([from, bin]) => ({ from, to: from + step, ...bin }))
}

function bandsOf<S>(lines: readonly Compared<S>[]): KindCompared<S>['bands'] {
  const names = [...new Set(lines.flatMap((line) => [line.before.band, line.after.band]))]
  const count = (side: 'before' | 'after', band: string | null) =>
    lines.filter((line) => line[side].band === band).length
  return names
    .map((band) => ({ band, before: count('before', band), after: count('after', band) }))
    .sort((a, b) => (a.band ?? '~').localeCompare(b.band ?? '~', 'zh'))
}

function withoutData<S>(lines: readonly Compared<S>[]): KindCompared<S>['withoutData'] {
  const counts = new Map<string, { before: number; after: number }>()
  for (const line of lines)
    for (const side of ['before', 'after'] as const)
      for (const row of line[side].missing) {
        const both = counts.get(row) ?? { before: 0, after: 0 }
        both[side]++
        counts.set(row, both)
      }
  return [...counts]
    .map(([row, both]) => ({ row, ...both }))
    .filter((one) => one.after > 0)
    .sort((a, b) => b.after - a.after || (a.row < b.row ? -1 : 1))
}
