import { queryOf } from '../../api/address.ts'

export const roundsAddress = '/evaluation/rounds'
export const roundAddress = (round: string): string => `${roundsAddress}/${round}`
/** The list of scores of a kind, narrowed by its own filters (place, band, state, missingRow, least, below). */
export const scoresAddress = (
  round: string,
  kind: string,
  filters: Record<string, string | undefined> = {},
): string => `${roundAddress(round)}/scores?${queryOf({ kind, ...filters })}`
/** The rows without data, one by one; `whose: mine` for those that the reader brings. */
export const missingAddress = (round: string, kind: string, filters: Record<string, string> = {}): string =>
  `${roundAddress(round)}/missing?${queryOf({ kind, ...filters })}`
export const statisticsAddress = (round: string, kind: string): string =>
  `${roundAddress(round)}/statistics?${queryOf({ kind })}`
export const subjectAddress = (round: string, subject: string): string =>
  `${roundAddress(round)}/subjects/${subject}`
export const factsAddress = (filters: Record<string, string> = {}): string => {
  const asked = queryOf(filters)
  return asked === '' ? '/evaluation/facts' : `/evaluation/facts?${asked}`
}
