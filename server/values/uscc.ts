import { accepted, type Parsed, refused, tidied } from './parsed.ts'

/** GB 32100-2015: digits and capitals without I, O, S, V, Z; the place of a character is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** GB 11714-1997: the inner organisation code counts A as 10 up to Z as 35. */
const INNER_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

export type UsccRefusal = 'length' | 'alphabet' | 'division' | 'inner-check-digit' | 'check-digit'

/**
 * Reads a unified social credit code (统一社会信用代码) and answers its canonical capitals.
 * The outer check digit is judged before the inner one: a single slip of the pen breaks both,
 * and the outer one covers all 18 places.
 */
export function parseUscc(input: string): Parsed<string, UsccRefusal> {
  const code = tidied(input).toUpperCase()
  if (code.length !== 18) return refused('length')
  for (const c of code) if (!ALPHABET.includes(c)) return refused('alphabet')
  if (!/^\d{6}$/.test(code.slice(2, 8))) return refused('division')
  if (usccCheckDigit(code) !== code[17]) return refused('check-digit')
  if (organisationCheckDigit(code.slice(8, 16)) !== code[16]) return refused('inner-check-digit')
  return accepted(code)
}

/** The 18th character for the first 17 (GB 32100-2015, mod 31, weights 3^i). */
export function usccCheckDigit(code: string): string {
  let sum = 0
  let weight = 1
  for (let i = 0; i < 17; i++) {
    sum += ALPHABET.indexOf(code.charAt(i)) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** The ninth character of an organisation code for its first eight (GB 11714-1997). */
export function organisationCheckDigit(body: string): string {
  const sum = INNER_WEIGHTS.reduce((total, w, i) => total + w * INNER_ALPHABET.indexOf(body.charAt(i)), 0)
  return '0123456789X0'.charAt(11 - (sum % 11))
}
