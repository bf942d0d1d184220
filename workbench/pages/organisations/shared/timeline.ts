import type { z } from 'zod'
import type { timelineEntry } from '../../../../contracts/organisations/staff.ts'
import type { TimelineEvent } from '../../../parts/record/EventTimeline.tsx'

/** What the trail tells of a record, newest first; records that came by sheet have no events of their own, and no column for them. */
export function timelineOf(timeline: z.infer<typeof timelineEntry>[]): { timeline?: TimelineEvent[] } {
  if (timeline.length === 0) return {}
  return {
    timeline: timeline.map(({ at, summary }, index) => ({ id: `${at} ${index}`, at, what: summary })),
  }
}
