import { tidied } from '../../../values/parsed.ts'

const thousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const digits = /^[+-]?\d+(\.\d+)?$/
/** What Excel keeps of a number; the digits after it are noise of binary arithmetic. */
const sureDigits = 15

/** A number of the file's XML without exponent and noise: 1.50203001001E11 → 150203001001, 0.30000000000000004 → 0.3. */
export function plainDigits(text: string): string {
  if (/^-?\d{1,17}$/.test(text)) return text
  const value = Number(Number(text).toPrecision(sureDigits))
  if (!Number.isFinite(value)) return text
  const shortest = String(value)
  if (!shortest.includes('e')) return shortest
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '')
}

/**
 * Reads a figure as exact decimal text: full-width digits and thousands separators are forgiven, units are not.
 * @returns undefined when it is no number
 */
export function readNumber(text: string, isNumber: boolean): string | undefined {
  const written = isNumber ? plainDigits(text) : tidied(text).replaceAll('，', ',')
  const bare = thousands.test(written) ? written.replaceAll(',', '') : written
  return digits.test(bare) ? bare.replace(/^\+/, '') : undefined
}
