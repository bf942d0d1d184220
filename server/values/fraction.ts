type Int = number | bigint

/**
 * An exact rational number, immutable and always in lowest terms (denominator > 0).
 * Scores are summed exactly and rounded only for display, so that 89.995 never slips into 五星级 (C3).
 * Inside, both halves are numbers while they are safe integers, else both are bigints.
 */
export class Fraction {
  static readonly ZERO = new Fraction(0, 1)
  static readonly ONE = new Fraction(1, 1)
  static readonly HUNDRED = new Fraction(100, 1)

  private readonly top: Int
  private readonly bottom: Int

  private constructor(top: Int, bottom: Int) {
    this.top = top
    this.bottom = bottom
  }

  /** n/d of integers. Throws RangeError when d is 0 or a number is not an integer. */
  static of(n: number | bigint, d: number | bigint = 1): Fraction {
    if (
      typeof n === 'number' &&
      typeof d === 'number' &&
      Number.isSafeInteger(n) &&
      Number.isSafeInteger(d)
    ) {
      if (d === 1) return new Fraction(n + 0, 1)
      return ofNumbers(n, d)
    }
    return ofBigints(BigInt(n), BigInt(d))
  }

  /**
   * Reads "3/5", "87.35", "-2", 0.7 (by its shortest decimal form).
   * Throws RangeError for anything else; `find` answers undefined instead.
   */
  static parse(text: string | number): Fraction {
    const found = Fraction.find(text)
    if (found === undefined) throw new RangeError(`not a fraction: ${text}`)
    return found
  }

  static find(text: string | number): Fraction | undefined {
    if (typeof text === 'number' && Number.isSafeInteger(text)) return new Fraction(text + 0, 1)
    const parts = /^([+-]?\d{1,40})(?:\.(\d{1,40}))?(?:\/(\d{1,40})(?:\.(\d{1,40}))?)?$/.exec(
      String(text).trim(),
    )
    if (!parts) return undefined
    const [, whole = '', decimals = '', bottom = '1', bottomDecimals = ''] = parts
    const n = BigInt(whole + decimals) * 10n ** BigInt(bottomDecimals.length)
    const d = BigInt(bottom + bottomDecimals) * 10n ** BigInt(decimals.length)
    return d === 0n ? undefined : ofBigints(n, d)
  }

  static sum(list: Iterable<Fraction>): Fraction {
    let total = Fraction.ZERO
    for (const f of list) total = total.add(f)
    return total
  }

  static min(a: Fraction, b: Fraction): Fraction {
    return a.compare(b) <= 0 ? a : b
  }

  static max(a: Fraction, b: Fraction): Fraction {
    return a.compare(b) >= 0 ? a : b
  }

  get n(): bigint {
    return BigInt(this.top)
  }

  get d(): bigint {
    return BigInt(this.bottom)
  }

  add(other: Fraction): Fraction {
    const { top: a, bottom: b } = this
    const { top: c, bottom: d } = other
    if (typeof a === 'number' && typeof b === 'number' && typeof c === 'number' && typeof d === 'number') {
      if (b === 1 && d === 1 && Number.isSafeInteger(a + c)) return new Fraction(a + c, 1)
      const n = a * d + c * b
      if (Number.isSafeInteger(a * d) && Number.isSafeInteger(c * b) && Number.isSafeInteger(n)) {
        if (Number.isSafeInteger(b * d)) return ofNumbers(n, b * d)
      }
    }
    return ofBigints(this.n * other.d + other.n * this.d, this.d * other.d)
  }

  sub(other: Fraction): Fraction {
    return this.add(other.negate())
  }

  mul(other: Fraction): Fraction {
    const { top: a, bottom: b } = this
    const { top: c, bottom: d } = other
    if (typeof a === 'number' && typeof b === 'number' && typeof c === 'number' && typeof d === 'number') {
      if (Number.isSafeInteger(a * c) && Number.isSafeInteger(b * d)) return ofNumbers(a * c, b * d)
    }
    return ofBigints(this.n * other.n, this.d * other.d)
  }

  /** Throws RangeError when the divisor is 0: what a zero denominator means is a ruling (C32), not arithmetic. */
  div(other: Fraction): Fraction {
    if (other.isZero()) throw new RangeError('division by zero')
    const flipped = other.isNegative() ? make(-other.bottom, -other.top) : make(other.bottom, other.top)
    return this.mul(flipped)
  }

  negate(): Fraction {
    return this.isZero() ? this : make(-this.top, this.bottom)
  }

  /** -1, 0 or 1. */
  compare(other: Fraction): number {
    const { top: a, bottom: b } = this
    const { top: c, bottom: d } = other
    if (typeof a === 'number' && typeof b === 'number' && typeof c === 'number' && typeof d === 'number') {
      const left = a * d
      const right = c * b
      if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return Math.sign(left - right)
    }
    const left = this.n * other.d
    const right = other.n * this.d
    return left < right ? -1 : left > right ? 1 : 0
  }

  equals(other: Fraction): boolean {
    return this.top === other.top && this.bottom === other.bottom
  }

  isZero(): boolean {
    return this.top === 0
  }

  isNegative(): boolean {
    return this.top < 0
  }

  isInteger(): boolean {
    return this.bottom === 1 || this.bottom === 1n
  }

  /** The nearest double; for drawing only, never for deciding. */
  toNumber(): number {
    return Number(this.top) / Number(this.bottom)
  }

  /** Decimal text with exactly `places` digits, 四舍五入 (halves go away from zero). */
  toFixed(places: number): string {
    const scale = 10n ** BigInt(places)
    const negative = this.isNegative()
    const n = negative ? -this.n : this.n
    const units = (n * scale * 2n + this.d) / (this.d * 2n)
    const digits = units.toString().padStart(places + 1, '0')
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
    return negative && units !== 0n ? `-${text}` : text
  }

  /** Shortest decimal text: exact where the decimal ends, else rounded to `places` digits. */
  toDecimal(places = 12): string {
    if (this.isInteger()) return String(this.top)
    const exact = this.decimalPlaces()
    return this.toFixed(exact ?? places).replace(/\.?0+$/, '')
  }

  /** How many decimal places write it exactly; undefined when none do. */
  decimalPlaces(): number | undefined {
    let rest = this.d
    let twos = 0
    let fives = 0
    for (; rest % 2n === 0n; rest /= 2n) twos++
    for (; rest % 5n === 0n; rest /= 5n) fives++
    return rest === 1n ? Math.max(twos, fives) : undefined
  }

  /** Canonical "n/d", or "n" for whole numbers; `parse` reads it back. */
  toString(): string {
    return this.isInteger() ? String(this.top) : `${this.top}/${this.bottom}`
  }

  toJSON(): string {
    return this.toString()
  }

  /** Only for this file's builders: the halves must already be canonical. */
  static fromLowestTerms(top: Int, bottom: Int): Fraction {
    return new Fraction(top, bottom)
  }
}

function make(top: Int, bottom: Int): Fraction {
  return Fraction.fromLowestTerms(top, bottom)
}

function ofNumbers(n: number, d: number): Fraction {
  if (d === 0) throw new RangeError('denominator is zero')
  let a = Math.abs(n)
  let b = Math.abs(d)
  while (b !== 0) [a, b] = [b, a % b]
  const sign = d < 0 ? -1 : 1
  // Adding 0 turns -0 into 0, which text and equality would otherwise tell apart.
  return make((sign * n) / a + 0, (sign * d) / a)
}

function ofBigints(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('denominator is zero')
  let a = n < 0n ? -n : n
  let b = d < 0n ? -d : d
  while (b !== 0n) [a, b] = [b, a % b]
  if (d < 0n) a = -a
  const top = n / a
  const bottom = d / a
  const safe = Number.isSafeInteger(Number(top)) && Number.isSafeInteger(Number(bottom))
  return safe ? make(Number(top), Number(bottom)) : make(top, bottom)
}
