import type { RowChange, RowSaid } from '../storage/rows.ts'

const told = ['stance', 'numerator', 'denominator', 'value', 'note', 'evidenceNote', 'fromLastYear'] as const

/** Whether a change says what is said already. */
export const isSame = (kept: RowSaid, change: RowChange): boolean =>
  told.every((key) => kept[key] === change[key])
