import type { RecordedReading } from './settle-readings.ts'

/** What an appeal or a correction says of one fact of one subject; the newest of a fact holds. */
export interface Amendment {
  fact: string
  reading: Pick<
    RecordedReading,
    'numerator' | 'denominator' | 'value' | 'named' | 'notApplicable' | 'incident'
  >
  reason: string
}

/** The kept readings with the amendments, oldest first, laid over them: what was decided stands before all else. */
export function amended(
  kept: readonly RecordedReading[],
  amendments: readonly Amendment[],
): RecordedReading[] {
  const newest = new Map(amendments.map((one) => [one.fact, one]))
  const untouched = kept.filter((reading) => !newest.has(reading.fact))
  const decided = [...newest.values()].map(
    ({ fact, reading, reason }): RecordedReading => ({
      ...reading,
      fact,
      note: reason,
      provenance: 'inspected',
      weight: 0,
      projectId: null,
      standing: 'decision',
    }),
  )
  return [...untouched, ...decided]
}
