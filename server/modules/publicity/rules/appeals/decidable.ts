import type { EditionRow } from '../../../../rulebook/edition.ts'

/** 2-20 is the mean of the enterprise's own projects: those are decided, and it follows. */
const follows = new Set(['project-mean-score'])

type Decided = Pick<EditionRow, 'mechanism' | 'fact'>

/**
 * Why no reading can be decided for the row by itself; null where one can. A row of the negative list is settled by its
 * incidents, each on an official finding (A.3.3, C23): a single figure for it would wipe them all out.
 */
export function whyUndecidable({ mechanism, fact }: Decided): 'row-of-findings' | 'row-follows' | null {
  if (mechanism === 'deduction') return 'row-of-findings'
  return mechanism === 'none' || typeof fact !== 'string' || follows.has(fact) ? 'row-follows' : null
}

/** Whether a reading can be decided for the row by itself. */
export const isDecidable = (row: Decided): boolean => whyUndecidable(row) === null

/** Names that a decided reading may bear: grades of the rubric, levels of the fact. */
export function levelsOf(row: EditionRow): string[] {
  if (row.mechanism === 'grade') return row.rubric.map(({ level }) => level)
  const { shape, levels } = row.factDefinition ?? {}
  if (shape === 'yes-no') return ['是', '否']
  return Object.keys(levels ?? {})
}
