import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fraction } from './fraction.ts'

const integer = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
)
const fraction = fc
  .tuple(integer, integer)
  .filter(([, d]) => d !== 0n)
  .map(([n, d]) => Fraction.of(n, d))

describe('Fraction', () => {
  test.each([
    ['3/5', '3/5'],
    ['6/10', '3/5'],
    ['87.35', '1747/20'],
    [0.7, '7/10'],
    [-0, '0'],
    ['-1.50', '-3/2'],
    ['+4', '4'],
    ['0.5/0.25', '2'],
    ['9007199254740993', '9007199254740993'],
  ])('%s reads as %s', (text, canonical) => {
    expect(Fraction.parse(text).toString()).toBe(canonical)
  })

  test.each(['', '1/0', 'abc', '1e3', '1,000', '.5', '5.', '1/2/3', 'NaN'])('"%s" is no fraction', (text) => {
    expect(Fraction.find(text)).toBeUndefined()
    expect(() => Fraction.parse(text)).toThrow(RangeError)
  })

  test('sums exactly where binary floating point does not: 0.1 + 0.2 = 0.3', () => {
    expect(Fraction.parse('0.1').add(Fraction.parse('0.2')).equals(Fraction.parse('0.3'))).toBe(true)
  })

  test.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['1.005', 2, '1.01'],
    ['2/3', 4, '0.6667'],
    ['89.995', 2, '90.00'],
    ['-0.001', 2, '0.00'],
    ['12', 2, '12.00'],
  ])('%s to %i places is %s (四舍五入)', (text, places, expected) => {
    expect(Fraction.parse(text).toFixed(places)).toBe(expected)
  })

  test.each([
    ['3/2', '1.5'],
    ['1/1024', '0.0009765625'],
    ['1/8192', '0.0001220703125'],
    ['1/3', '0.333333333333'],
    ['299999999999999/3000000000000', '100'],
    ['100', '100'],
  ])('%s in decimals is %s: exact where it ends, else 12 places', (text, expected) => {
    expect(Fraction.parse(text).toDecimal()).toBe(expected)
  })

  test('agrees with arithmetic on plain bigints, across the border of safe integers', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const same = (f: Fraction, n: bigint, d: bigint) => f.n * d === n * f.d
        expect(same(a.add(b), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true)
        expect(same(a.sub(b), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true)
        expect(same(a.mul(b), a.n * b.n, a.d * b.d)).toBe(true)
        if (!b.isZero()) expect(same(a.div(b), a.n * b.d, a.d * b.n)).toBe(true)
        const left = a.n * b.d
        const right = b.n * a.d
        expect(a.compare(b)).toBe(left < right ? -1 : left > right ? 1 : 0)
      }),
    )
  })

  test('is canonical: equal values have equal text, which reads back', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(Fraction.parse(a.toString()).equals(a)).toBe(true)
        expect(a.add(b).sub(b).toString()).toBe(a.toString())
        expect(a.d > 0n).toBe(true)
      }),
    )
  })

  test('dividing by zero is refused: what it means is a ruling (C32)', () => {
    expect(() => Fraction.ONE.div(Fraction.ZERO)).toThrow(RangeError)
    expect(() => Fraction.of(1, 0)).toThrow(RangeError)
    expect(() => Fraction.of(1.5)).toThrow(RangeError)
  })

  test('min, max and sum', () => {
    const half = Fraction.parse('1/2')
    expect(Fraction.min(half, Fraction.ONE)).toBe(half)
    expect(Fraction.max(half, Fraction.ONE)).toBe(Fraction.ONE)
    expect(Fraction.sum([half, half, half]).toString()).toBe('3/2')
    expect(JSON.stringify({ half })).toBe('{"half":"1/2"}')
  })
})
