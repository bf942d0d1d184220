import { accepted, type Parsed, refused, tidied } from './parsed.ts'

/** Reads a mainland mobile number, with or without +86, spaces and hyphens, as its 11 digits. */
export function parseMobile(input: string): Parsed<string, 'digits' | 'length' | 'range'> {
  const text = tidied(input).replace(/[-().‐-―−]/g, '')
  if (!/^\+?\d+$/.test(text)) return refused('digits')
  const digits = text.replace(/^(\+86|0086|86(?=\d{11}$))/, '')
  if (!/^\d{11}$/.test(digits)) return refused('length')
  if (!/^1[3-9]/.test(digits)) return refused('range')
  return accepted(digits)
}

/** What a screen may show: 138****5678. */
export function maskMobile(digits: string): string {
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}
