import { z } from 'zod'
import { provenance, stage, subjectKind } from '../evaluation/words.ts'
import { decimal, id } from '../shapes.ts'
import { graderKind, taskState } from './words.ts'

/** A reading as a person enters it: a level of the rubric by name, a value, or a part and its whole. */
export const enteredReading = z.object({
  numerator: z.string().max(40).nullish(),
  denominator: z.string().max(40).nullish(),
  /** 是/否, a number, 优/良/中/差, a named level, or 不适用. */
  value: z.string().max(40).nullish(),
})

const said = z.object({
  numerator: decimal.nullable(),
  denominator: decimal.nullable(),
  value: decimal.nullable(),
  named: z.string().nullable(),
  notApplicable: z.string().nullable(),
})

/** A grade as it is kept. */
export const keptGrade = z.object({
  id,
  taskId: id,
  row: z.string(),
  /** Counts up with every change; what a device bases its next change on. */
  version: z.number().int(),
  said,
  comment: z.string(),
  /** Why a computed value is departed from; null where none is. */
  overrideReason: z.string().nullable(),
  /** What the records computed when it was departed from, in words. */
  computedSaid: z.string().nullable(),
  evidence: z.array(z.object({ id, name: z.string(), type: z.string() })),
  /** Display name of who graded. */
  by: z.string(),
  mine: z.boolean(),
  at: z.string(),
})
export type KeptGrade = z.infer<typeof keptGrade>

/** One row of a task with everything that grading it needs, also without a network. */
export const taskRow = z.object({
  id: z.string(),
  level1: z.string(),
  level1En: z.string(),
  level2: z.string(),
  level2En: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  points: decimal,
  mechanism: z.string(),
  /** Title and shape of the fact that is graded: grade, yes-no, ratio, count, checklist, level. */
  fact: z.string(),
  factTitle: z.string(),
  factTitleEn: z.string(),
  shape: z.string(),
  levels: z.array(z.string()),
  rubric: z.array(z.object({ level: z.string(), share: z.string(), signs: z.string(), signsEn: z.string() })),
  /** Evidence that the rule-book asks for. */
  evidenceAsked: z.array(z.string()),
  clause: z.string().nullable(),
  /** What the records, or the scored body, say now: proposals. */
  proposals: z.array(
    z.object({ provenance, said, words: z.string(), note: z.string(), evidence: z.string() }),
  ),
  grade: keptGrade.nullable(),
  /** A moderator's question on this row that waits for an answer. */
  question: z.string().nullable(),
})

export const gradingTask = z.object({
  id,
  roundId: id,
  roundName: z.string(),
  stage,
  dueOn: z.string().nullable(),
  dueProvisional: z.string().nullable(),
  subjectId: id,
  subjectKind,
  subjectName: z.string(),
  subjectCode: z.string(),
  districtName: z.string(),
  streetName: z.string().nullable(),
  /** The compound in which an enterprise is graded (C33). */
  projectName: z.string().nullable(),
  grader: graderKind,
  /** 考核组-03; null for offices. */
  seat: z.string().nullable(),
  second: z.boolean(),
  state: taskState,
  takenBy: z.string().nullable(),
  rows: z.array(taskRow),
})
export type GradingTask = z.infer<typeof gradingTask>
