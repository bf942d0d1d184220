import type { checkNotice } from '../../../contracts/calendar/staff.ts'
import type { Sent } from '../../../contracts/endpoint.ts'

export type NoticeBrought = Sent<typeof checkNotice>['body']

/** The form as it is filled in; make-up days stand in one line. */
export interface Entered {
  text?: string
  notice: {
    year: string
    title: string
    number?: string
    issuer: string
    issuedOn?: string | null
    holidays: { festival: string; first?: string | null; last?: string | null; work?: string }[]
  }
}

/** What is sent: the text alone, or the arrangements alone. An empty last day means the first. */
export function broughtOf(way: 'text' | 'hand', { text, notice }: Entered): NoticeBrought {
  if (way === 'text') return { text: text ?? '' }
  const holidays = notice.holidays.map(({ festival, first, last, work }) => ({
    festival,
    first: first ?? '',
    last: last ?? first ?? '',
    work: (work ?? '').split(/[\s,，、;；]+/).filter((day) => day !== ''),
  }))
  return {
    notice: {
      year: notice.year,
      title: notice.title,
      number: notice.number?.trim() || null,
      issuer: notice.issuer,
      issuedOn: notice.issuedOn ?? '',
      holidays,
    },
  }
}
