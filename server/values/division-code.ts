import { accepted, type Parsed, refused, tidied } from './parsed.ts'

export type DivisionLevel = 'province' | 'city' | 'district' | 'street' | 'community'

/** `code` is the 12-digit statistical form; `short` has as many digits as its level needs. */
export interface DivisionCode {
  code: string
  short: string
  level: DivisionLevel
}

const LENGTHS: Record<DivisionLevel, number> = { province: 2, city: 4, district: 6, street: 9, community: 12 }

/**
 * Reads a division code of 6, 9 or 12 digits (统计用区划代码). Trailing zeros say the level:
 * 150200000000 is a city, 150202001000 a street. The parts of a level above may not be zero.
 */
export function parseDivisionCode(input: string): Parsed<DivisionCode, 'digits' | 'length' | 'gap'> {
  const text = tidied(input)
  if (!/^\d+$/.test(text)) return refused('digits')
  if (![6, 9, 12].includes(text.length)) return refused('length')
  const code = text.padEnd(12, '0')
  const parts = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6), code.slice(6, 9), code.slice(9, 12)]
  const filled = parts.findLastIndex((p) => Number(p) !== 0)
  if (filled < 0 || parts.slice(0, filled).some((p) => Number(p) === 0)) return refused('gap')
  const level = (['province', 'city', 'district', 'street', 'community'] as const)[filled] ?? 'province'
  return accepted({ code, short: code.slice(0, LENGTHS[level]), level })
}

/** The 12-digit code of the division of that level which contains `code`. */
export function ancestorCode(code: string, level: DivisionLevel): string {
  return code.slice(0, LENGTHS[level]).padEnd(12, '0')
}

/** Whether `code` is `ancestor` itself or lies under it by its digits. */
export function isWithin(code: string, ancestor: DivisionCode): boolean {
  return code.startsWith(ancestor.short)
}
