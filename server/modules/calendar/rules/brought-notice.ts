import type { HolidaysOfYear } from '../../../values/holiday-notice.ts'
import { refuse } from '../problems.ts'
import { noticeFaults } from './check-notice.ts'
import { readNotice } from './read-notice.ts'

/** A notice that was found without fault. */
export interface SoundNotice extends HolidaysOfYear {
  title: string
  number: string | null
  issuer: string
  issuedOn: string
  holidays: { festival: string; first: string; last: string; work: string[] }[]
}

/** A notice as somebody brings it: its own words, or its arrangements entered one by one. */
export interface Brought {
  text?: string | null | undefined
  notice?: (Omit<SoundNotice, 'number'> & { number?: string | null | undefined }) | null | undefined
}

/** @throws Refusal with every fault and its line, so that nothing is guessed */
export function soundNotice({ text, notice }: Brought): SoundNotice {
  const pasted = text?.trim() ? text : null
  if ((pasted === null) === !notice) throw refuse('notice-missing', {}, { field: 'text' })
  const read = pasted === null ? undefined : readNotice(pasted)
  const found = read ?? notice
  const faults =
    read && 'faults' in read
      ? read.faults
      : noticeFaults(found as HolidaysOfYear, read && 'lines' in read ? read.lines : undefined)
  if (faults.length > 0 || !found || 'faults' in found) {
    const [only] = faults
    if (only && faults.length === 1) throw only
    throw refuse('notice-faulty', { count: faults.length }, {}, faults)
  }
  const { year, title, number, issuer, issuedOn, holidays } = found
  return {
    year,
    title,
    number: number || null,
    issuer,
    issuedOn,
    holidays: holidays.map((holiday) => ({ ...holiday, work: [...holiday.work] })),
  }
}
