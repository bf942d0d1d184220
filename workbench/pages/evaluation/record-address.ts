import { bodyAddress, compoundAddress, placeAddress } from '../organisations/addresses.ts'
import { factsAddress, subjectAddress } from './addresses.ts'
import { claimAddress, incidentsAddress, whistleAddress } from '../petitions/addresses.ts'
import type { SubjectScore } from './queries.ts'

/** The page of whoever is scored: where its posts, contracts and Party coverage stand. */
export function ownAddress({ kind, placeId, bodyId }: SubjectScore['subject']): string {
  if (kind === 'enterprise' && bodyId !== null) return bodyAddress(bodyId)
  return placeAddress(placeId, kind === 'enterprise' ? 'district' : kind)
}

/** The page on which a record behind a point is seen; records without a page of their own stand on their subject's. */
export function recordAddress(
  record: { resource: string; recordId: string },
  { round, subject }: SubjectScore,
): string {
  switch (record.resource) {
    case 'evaluation.subject':
      return subjectAddress(round.id, record.recordId)
    case 'evaluation.declared-fact':
      return factsAddress({ open: record.recordId })
    case 'organisations.compound':
      return compoundAddress(record.recordId)
    case 'organisations.body':
      return bodyAddress(record.recordId)
    case 'petitions.claim':
      return claimAddress(record.recordId)
    case 'petitions.whistle':
      return whistleAddress(record.recordId)
    case 'petitions.mass-incident':
      return incidentsAddress
    default:
      return ownAddress(subject)
  }
}
