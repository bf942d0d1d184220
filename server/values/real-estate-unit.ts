import { accepted, type Parsed, refused, tidied } from './parsed.ts'

export type UnitNumberRefusal = 'length' | 'parcel' | 'feature' | 'kind' | 'part'

/** What follows the parcel: buildings (F), trees (L), other fixtures (Q), nothing at all (W). */
const kinds = new Set(['F', 'L', 'Q', 'W'])

/**
 * Reads a real-estate unit number (不动产单元号, GB/T 37346): 28 characters without a check digit. The parcel has 19 –
 * division 6, cadastral district 3, sub-district 3, two letters of what right on what land it is, number 5 – and the
 * fixture 9: its kind and, for a building (F), 4 of the building and 4 of the unit.
 * @returns its canonical capitals
 */
export function parseUnitNumber(input: string): Parsed<string, UnitNumberRefusal> {
  const number = tidied(input).toUpperCase()
  if (number.length !== 28) return refused('length')
  if (!/^[1-9]\d{11}$/.test(number.slice(0, 12))) return refused('parcel')
  if (!/^[GJZ][A-HSWXY]\d{5}$/.test(number.slice(12, 19))) return refused('feature')
  if (!kinds.has(number.charAt(19))) return refused('kind')
  if (!/^\d{8}$/.test(number.slice(20))) return refused('part')
  return accepted(number)
}
