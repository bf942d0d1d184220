import { stringifySearch } from '../../app/search.ts'

export const deskAddress = '/petitions/desk'
export const supervisionAddress = '/petitions/supervision'
export const claimsAddress = '/petitions/claims'
export const fileAddress = '/petitions/file'
export const whistlesAddress = '/petitions/whistles'
export const ledgerAddress = '/petitions/ledger'
export const monthlyAddress = '/petitions/monthly'
export const keyAddress = '/petitions/key-issues'
export const heatAddress = '/petitions/heat'
export const incidentsAddress = '/petitions/mass-incidents'
export const openingsAddress = '/petitions/openings'

export const claimAddress = (id: string): string => `${claimsAddress}/${id}`
export const claimsOf = (filters: Record<string, string | undefined>): string =>
  `${claimsAddress}${stringifySearch(filters)}`
export const whistleAddress = (id: string): string => `${whistlesAddress}/${id}`
/** With the claim that the call is about, or none. */
export const blowAddress = (claim?: { id: string; number: string; placeId: string }): string =>
  `${whistlesAddress}/new${stringifySearch(claim ? { claim: claim.id } : {})}`
export const recordIncidentAddress = (claimId?: string): string =>
  `${incidentsAddress}/new${stringifySearch({ claim: claimId })}`
