import { organisationCheckDigit, usccCheckDigit } from '../server/values/uscc.ts'

/** There is no division 150299, so no office ever gave out a code that begins so. */
const nowhere = '150299'

/** A credit code whose check digits are right and which nobody bears. @param series 91 enterprise, 51 association, 11 office */
export function fictitiousUscc(series: '91' | '51' | '11', n: number): string {
  const body = `DEM${String(n).padStart(5, '0')}`
  const code = `${series}${nowhere}${body}${organisationCheckDigit(body)}`
  return code + usccCheckDigit(code)
}

/** A number of the range 154, which no operator has put into use. */
export const fictitiousPhone = (n: number): string => `154${String(n).padStart(8, '0')}`
