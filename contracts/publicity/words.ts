/** No schema library in here: the public's phone loads this file. */

/** 公示 during the term, 结果 when it is final, 更正 when a final result was found wrong. */
export const publicationKinds = ['publicity', 'final', 'correction'] as const
export type PublicationKind = (typeof publicationKinds)[number]

/** What is shown, in the order of the public's lists: projects with their stars first. */
export const shownKinds = ['compound', 'enterprise', 'street', 'community', 'district'] as const
export type ShownKind = (typeof shownKinds)[number]

/** How an objection was answered: 采纳, 部分采纳, 不采纳, 已说明. */
export const objectionOutcomes = ['upheld', 'partly', 'rejected', 'explained'] as const
export type ObjectionOutcome = (typeof objectionOutcomes)[number]

/** Chinese words of officials' screens and of files. */
export const outcomeNames: Record<ObjectionOutcome, string> = {
  upheld: '采纳',
  partly: '部分采纳',
  rejected: '不采纳',
  explained: '已作说明',
}

/** Longest texts, in characters. */
export const longest = { objection: 1000, answer: 2000, name: 30, phone: 20 } as const

/** Stars of a band's name: 五星级 → 5; 0 for a name without stars. */
export function starsOf(band: string | null): number {
  return band?.endsWith('星级') ? Math.max(0, '零一二三四五'.indexOf(band.charAt(0))) : 0
}

/** A receipt is read aloud and typed by hand: no 0/O, 1/I/L. */
export const receiptLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** YY-XXXX-XXXX-XXXX. */
export const receiptPattern = /^YY-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/

/** Addresses of the public endpoints. */
export const publicPaths = {
  rounds: '/api/publicity/public/rounds',
  results: '/api/publicity/public/rounds/:id/results',
  places: '/api/publicity/public/rounds/:id/places',
  result: '/api/publicity/public/rounds/:id/results/:subjectId',
  objections: '/api/publicity/public/objections',
  receipt: '/api/publicity/public/objections/:receipt',
} as const
