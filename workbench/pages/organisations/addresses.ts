import type { PlaceKind } from '../../../contracts/organisations/words.ts'

export const placesAddress = '/organisations/places'
export const compoundsAddress = '/organisations/compounds'
export const bodiesAddress = '/organisations/bodies'
export const committeesAddress = '/organisations/committees'
export const partyAddress = '/organisations/party'
export const coverageAddress = '/organisations/coverage'

export const compoundAddress = (id: string): string => `${compoundsAddress}/${id}`
export const bodyAddress = (id: string): string => `${bodiesAddress}/${id}`
export const partyOrganisationAddress = (id: string): string => `${partyAddress}/${id}`
/** A compound is a place with a file of its own. */
export const placeAddress = (id: string, kind: PlaceKind): string =>
  kind === 'compound' ? compoundAddress(id) : `${placesAddress}/${id}`
