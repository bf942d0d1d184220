import { isDay } from './days.ts'
import { accepted, type Parsed, refused, tidied } from './parsed.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

export interface ResidentId {
  /** 18 characters, the last one 0-9 or capital X. */
  number: string
  division: string
  /** YYYY-MM-DD */
  birthDate: string
  sex: 'female' | 'male'
}

/**
 * Reads a citizen identity number (公民身份号码, GB 11643-1999). A small x is accepted and kept as X.
 * `notAfter` is the day of reading: nobody is born later.
 */
export function parseResidentId(
  input: string,
  notAfter?: string,
): Parsed<ResidentId, 'length' | 'characters' | 'birth-date' | 'check-digit'> {
  const number = tidied(input).toUpperCase()
  if (number.length !== 18) return refused('length')
  if (!/^\d{17}[\dX]$/.test(number)) return refused('characters')
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(birthDate) || (notAfter !== undefined && birthDate > notAfter)) return refused('birth-date')
  const sum = WEIGHTS.reduce((total, w, i) => total + w * Number(number.charAt(i)), 0)
  if ('10X98765432'.charAt(sum % 11) !== number.charAt(17)) return refused('check-digit')
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return accepted({ number, division: number.slice(0, 6), birthDate, sex })
}

/** What a screen may show: 150202********1234. */
export function maskResidentId(number: string): string {
  return `${number.slice(0, 6)}********${number.slice(-4)}`
}
