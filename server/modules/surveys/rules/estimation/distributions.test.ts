import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { betaQuantile, normalQuantile, tQuantile } from './distributions.ts'
import { LargestErrors, relativeError, Table } from './testing/table.ts'

const table = Table.read(fileURLToPath(new URL('./reference/quantiles.csv', import.meta.url)))
const largest = new LargestErrors('quantiles of jstat against R')
afterAll(() => largest.print())

const quantile = ({ kind, p, a, b }: Record<string, string>) =>
  kind === 't'
    ? tQuantile(Number(p), Number(a))
    : kind === 'normal'
      ? normalQuantile(Number(p))
      : betaQuantile(Number(p), Number(a), Number(b))

test.each([
  ['t', 1e-7],
  ['normal', 1e-12],
  ['beta', 1e-7],
])('the quantiles of %s are R’s to %d relative', (kind, tolerance) => {
  const rows = table.rows.filter((row) => row.kind === kind)
  expect(rows.length).toBeGreaterThan(5)
  const wrong = rows.filter((row) => {
    const wanted = Number(row.value)
    // The beta's quantile of a tiny shape lies so near to 1 that a double cannot tell it from 1.
    if (wanted >= 1 - 1e-12) return false
    return !(largest.note(kind, relativeError(quantile(row), wanted)) <= tolerance)
  })
  expect(wrong).toEqual([])
})

test('what is no probability, or no degree of freedom, is refused rather than answered with NaN', () => {
  expect(() => tQuantile(0.975, 0)).toThrow(RangeError)
  expect(() => tQuantile(1, 5)).toThrow(RangeError)
  expect(() => normalQuantile(Number.NaN)).toThrow(RangeError)
  expect(() => betaQuantile(0.5, 0, 2)).toThrow(RangeError)
})
