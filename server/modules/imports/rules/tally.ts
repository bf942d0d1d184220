import type { z } from 'zod'
import type { importCounts } from '../../../../contracts/imports/staff.ts'
import type { RowResult } from '../../sheet-kind.ts'

export type Counts = z.infer<typeof importCounts>

export const noRows = (): Counts => ({
  created: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  perhapsSame: 0,
  skipped: 0,
})

/** Adds one row's outcome. */
export function count(counts: Counts, outcome: RowResult['outcome'] | 'skipped'): void {
  counts[outcome === 'perhaps-same' ? 'perhapsSame' : outcome]++
}

export const recorded = (counts: Counts): number => counts.created + counts.changed + counts.unchanged
