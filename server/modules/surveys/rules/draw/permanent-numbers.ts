/** The permanent random numbers of a frame's rows: 256 bits each, written as 64 hexadecimal digits, lower case. */
export interface PermanentNumbers {
  /** The first 13 digits (52 bits, which a double holds exactly) of each row's number. */
  leading: Float64Array
  /** All 64 digits of a row's number; asked for only where the first 13 are alike. */
  whole(row: number): string
}

/** How many leading hexadecimal digits a double can hold. */
export const leadingDigits = 13
export const leadingOf = (digits: string): number => Number.parseInt(digits.slice(0, leadingDigits), 16)

/** Where the smallest number is: 0, or a point that last year's sample ends at. */
export const ringStart = '0'.repeat(64)
export const isPoint = (digits: string): boolean => /^[0-9a-f]{64}$/.test(digits)

/**
 * Rows in the order of their numbers, from `start` upwards and round to the numbers below it. Whoever comes new has a
 * place of their own in the ring, whoever leaves frees it, and the others keep theirs: that is what makes samples of
 * several years overlap as little, or as much, as is wanted (Ohlsson 1995, Business Survey Methods, 9).
 */
export function ringOrder(rows: Uint32Array, numbers: PermanentNumbers, start: string): Uint32Array {
  const { leading, whole } = numbers
  const from = leadingOf(start)
  const ofRow = (row: number) => leading[row] as number
  const isBelow = (row: number) => ofRow(row) < from || (ofRow(row) === from && whole(row) < start)
  const compare = (a: number, b: number) => ofRow(a) - ofRow(b) || (whole(a) < whole(b) ? -1 : 1)
  const below = rows.filter(isBelow).sort(compare)
  const above = rows.filter((row) => !isBelow(row)).sort(compare)
  const order = new Uint32Array(rows.length)
  order.set(above)
  order.set(below, above.length)
  return order
}

/** The point after a number, from which the next sample begins if this row was the last of this one. */
export const pointAfter = (digits: string): string => {
  const next = (BigInt(`0x${digits}`) + 1n) % (1n << 256n)
  return next.toString(16).padStart(64, '0')
}
