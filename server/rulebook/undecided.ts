import type { EditionRow } from './edition.ts'

/** Mechanisms whose shares or severities the standard names nowhere (C26). */
const withoutFigures: readonly string[] = ['grade', 'tiers', 'deduction']

/** Whether the standard leaves the row's figure open and a default of ours holds (市里未定，暂用). */
export const isUndecided = (row: Pick<EditionRow, 'figures' | 'mechanism'>): boolean =>
  Object.values(row.figures).some((figure) => figure.undecided) || withoutFigures.includes(row.mechanism)
