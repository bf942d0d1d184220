import type { ClaimEventKind } from './words.ts'

/** Paths that the public's pages ask, without the schema library. */
export const publicPetitionPaths = {
  start: '/api/petitions/public/start',
  places: '/api/petitions/public/places',
  similar: '/api/petitions/public/similar',
  claims: '/api/petitions/public/claims',
  claim: '/api/petitions/public/claims/:number',
  followers: '/api/petitions/public/claims/:number/followers',
  placeClaims: '/api/petitions/public/places/:id/claims',
  linked: '/api/petitions/public/links/:token',
  mine: '/api/petitions/public/mine',
  own: '/api/petitions/public/mine/:number',
  photo: '/api/petitions/public/mine/:number/photos/:documentId',
  rating: '/api/petitions/public/mine/:number/rating',
  reopening: '/api/petitions/public/mine/:number/reopening',
  withdrawal: '/api/petitions/public/mine/:number/withdrawal',
  urging: '/api/petitions/public/mine/:number/urging',
  remarks: '/api/petitions/public/mine/:number/remarks',
} as const

export const contentLength = { least: 4, most: 2000 } as const
export const mostPhotos = 9
export const longestSpot = 60
export const longestName = 30
export const longestRemark = 500

/** As people write it: small letters, blanks. */
export const claimNumberPattern = /^SQ\d{8}-\d{6,9}$/
export const tidyNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s–—]+/g, (found) => (/\s/.test(found) ? '' : '-'))
    .replace(/^SQ(\d{8})-?(\d{6,9})$/, 'SQ$1-$2')

/** Where a claim stands, in the few words that a neighbour uses. `ended` says nothing of whether it was solved. */
export const publicStates = [
  'waiting',
  'given-out',
  'in-hand',
  'answered',
  'solved',
  'partly',
  'not-solved',
  'ended',
  'declined',
  'withdrawn',
  'joined',
] as const
export type PublicState = (typeof publicStates)[number]

/** What of a claim's history its reporter reads. Notes among officials, marks and counts stay with them. */
export const residentSteps = [
  'filed',
  'accepted',
  'declined',
  'dispatched',
  'no-owner',
  'returned',
  'transferred',
  'signed',
  'handling',
  'noted',
  'answered',
  'reviewed',
  'sent-again',
  'visit-tried',
  'visited',
  'closed',
  'struck-off',
  'reopened',
  'extension-granted',
  'suspended',
  'resumed',
  'urged',
  'supervised',
  'overdue',
  'climbed',
  'taken-over',
  'sent-back',
  'merged',
  'withdrawn',
  'rated',
  'identity-opened',
  'term-moved',
] as const satisfies readonly ClaimEventKind[]
export type ResidentStep = (typeof residentSteps)[number]
