import type { SubjectKind } from '../../../../contracts/evaluation/words.ts'
import { type GraderKind, graderKinds } from '../../../../contracts/grading/words.ts'
import type { Edition, EditionRow } from '../../../rulebook/load.ts'

/** What somebody scores of one kind and variant of subject. */
export interface Portion {
  grader: GraderKind
  rows: string[]
  /** Graded in each compound that the enterprise serves (C33). */
  perProject: boolean
}

/** 2-20 is the mean of the enterprise's own projects: it follows from grades and is none. */
const followsFromGrades = new Set(['project-mean-score'])
const projectGraders = new Set<GraderKind>(['街道社区', '业委会'])

/**
 * Whether a person grades the row: surveys are answered by owners, incidents of the negative list are findings of their
 * own, and a row that the table leaves without points asks for nothing.
 */
const isGraded = (row: EditionRow): boolean =>
  (graderKinds as readonly string[]).includes(row.evaluator) &&
  row.fact !== undefined &&
  row.mechanism !== 'deduction' &&
  row.mechanism !== 'none' &&
  !followsFromGrades.has(row.fact)

/** The rows of a subject by who scores them, in the table's order (A.1-A.4, column 评价主体). */
export function portionsOf(edition: Edition, kind: SubjectKind, variant: string | null): Portion[] {
  const rows = Object.values(edition.tables)
    .flatMap((table) => table.rows)
    .filter((row) => isGraded(row) && (row.levels as readonly string[]).includes(kind))
    .filter((row) => row.variant === null || row.variant === variant)
  return [...Map.groupBy(rows, (row) => row.evaluator as GraderKind)].map(([grader, own]) => ({
    grader,
    rows: own.map((row) => row.id),
    perProject: kind === 'enterprise' && projectGraders.has(grader),
  }))
}
