import { accepted, type Parsed, refused, tidied } from './parsed.ts'

export type AmountRefusal = 'not-a-number' | 'too-many-decimals' | 'too-large'

/** Reads "1,234.56" as 123456 hundredths, exactly. Thousands separators must stand where they belong. */
export function parseHundredths(input: string | number): Parsed<number, AmountRefusal> {
  const text = tidied(String(input))
  const parts = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return refused('not-a-number')
  const [, sign, whole = '', decimals = ''] = parts
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > 2) return refused('too-many-decimals')
  const units = Number(whole.replaceAll(',', '') + kept.padEnd(2, '0'))
  if (!Number.isSafeInteger(units)) return refused('too-large')
  return accepted(sign === '-' && units !== 0 ? -units : units)
}

/** 123456 → "1234.56", always two places. Throws RangeError when the amount is not a safe integer. */
export function formatHundredths(units: number): string {
  if (!Number.isSafeInteger(units)) throw new RangeError(`not a whole number of hundredths: ${units}`)
  const digits = String(Math.abs(units)).padStart(3, '0')
  return `${units < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
