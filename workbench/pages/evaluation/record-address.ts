import { factsAddress, subjectAddress } from './addresses.ts'

const pages: Record<string, string> = {
  'organisations.place': '/organisations/places',
  'organisations.compound': '/organisations/compounds',
  'organisations.body': '/organisations/bodies',
  'organisations.committee': '/organisations/bodies',
}

/** The page of a record behind a point; null where it has none of its own. */
export function recordAddress(record: { resource: string; recordId: string }, round: string): string | null {
  if (record.resource === 'evaluation.subject') return subjectAddress(round, record.recordId)
  if (record.resource === 'evaluation.declared-fact') return factsAddress({ open: record.recordId })
  const page = pages[record.resource]
  return page === undefined ? null : `${page}/${record.recordId}`
}
