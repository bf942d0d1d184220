import type { z } from 'zod'
import type { timelineEntry } from '../../../../contracts/organisations/staff.ts'
import type { TimelineEvent } from '../../../parts/record/EventTimeline.tsx'

/** What the trail tells of a record, newest first. */
export const eventsOf = (timeline: z.infer<typeof timelineEntry>[]): TimelineEvent[] =>
  timeline.map(({ at, summary }, index) => ({ id: `${at} ${index}`, at, what: summary }))
