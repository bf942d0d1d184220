import { type AmountRefusal, formatHundredths, parseHundredths } from './hundredths.ts'
import type { Parsed } from './parsed.ts'

/** An amount of yuan as a whole number of 分. */
export type Fen = number

/** Reads "3000", "12,345.60" or "¥3000" (yuan). */
export function parseYuan(input: string | number): Parsed<Fen, AmountRefusal> {
  return parseHundredths(
    typeof input === 'string' ? input.replace(/^\s*[¥¥]/, '').replace(/元\s*$/, '') : input,
  )
}

export function formatYuan(fen: Fen): string {
  return formatHundredths(fen)
}
