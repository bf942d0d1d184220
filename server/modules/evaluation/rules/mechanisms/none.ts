import { notApplicable, type Scorer } from '../outcome.ts'

/** A row that is printed but not scored: the cancelled row of A.3 (C1). */
export function prepareNone(): Scorer {
  return () => notApplicable('not-scored')
}
