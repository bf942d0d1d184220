import { queryOf } from '../../api/address.ts'

export const archivesAddress = '/archives'
export const archivedRoundAddress = (round: string): string => `${archivesAddress}/${round}`
export const evidenceAddress = (round: string, version: number): string =>
  `${archivedRoundAddress(round)}/evidence/${version}`
export const registerAddress = (filters: Record<string, string> = {}): string => {
  const asked = queryOf(filters)
  return asked === '' ? `${archivesAddress}/register` : `${archivesAddress}/register?${asked}`
}
