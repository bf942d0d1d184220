import { type AmountRefusal, formatHundredths, parseHundredths } from './hundredths.ts'
import { type Parsed, refused } from './parsed.ts'

/** A floor or land area as a whole number of 0.01 m². What is plausible is a limit of the rule-book, not known here. */
export type Area = number

/** Reads "1234.56" (m²). Negative areas are refused. */
export function parseArea(input: string | number): Parsed<Area, AmountRefusal | 'negative'> {
  const read = parseHundredths(input)
  return read.ok && read.value < 0 ? refused('negative') : read
}

export function formatArea(area: Area): string {
  return formatHundredths(area)
}
