import type { EditionRow } from '../../../../rulebook/edition.ts'

/** 2-20 is the mean of the enterprise's own projects: those are decided, and it follows. */
const follows = new Set(['project-mean-score'])

/** Whether a reading can be decided for the row by itself. */
export const isDecidable = ({ mechanism, fact }: Pick<EditionRow, 'mechanism' | 'fact'>): boolean =>
  mechanism !== 'none' && typeof fact === 'string' && !follows.has(fact)

/** Names that a decided reading may bear: grades of the rubric, severities of the negative list (0: none), levels of the fact. */
export function levelsOf(row: EditionRow): string[] {
  if (row.mechanism === 'grade') return row.rubric.map(({ level }) => level)
  if (row.mechanism === 'deduction') return ['0', ...Object.keys(row.parameters.severities)]
  const { shape, levels } = row.factDefinition ?? {}
  if (shape === 'yes-no') return ['是', '否']
  return Object.keys(levels ?? {})
}
