import type { Context } from '../../access/context.ts'
import { factKey, type GivenReading, recordReadings } from '../evaluation/index.ts'
import type { Said } from './rules/departs.ts'
import type { HeldTask } from './storage/tasks.ts'

export interface Recorded extends Said {
  fact: string
  note: string
  evidence: number
  standing: 'ordinary' | 'override' | 'withdrawn'
}

/** Whose grade a reading is, as it is shown: the seat or the office, never a name. */
export const graderOf = ({ seat, grader }: Pick<HeldTask, 'seat' | 'grader'>): string => seat ?? grader

/** A grade as evaluation's recorded fact (provenance 现场检查). */
export function readingOf(task: HeldTask, given: Recorded): GivenReading {
  const { fact, note, evidence, standing, numerator, denominator, value, named, notApplicable } = given
  return {
    year: task.year,
    fact,
    placeId: task.subjectPlaceId,
    bodyId: task.subjectBodyId,
    projectId: task.projectId,
    grader: graderOf(task),
    incident: '',
    numerator,
    denominator,
    value,
    named,
    notApplicable,
    note,
    evidence: evidence === 0 ? '' : `佐证 ${evidence} 份`,
    provenance: 'inspected',
    standing,
  }
}

/** Records them without a person's name: the scored body sees who recorded a fact, and shall see the seat alone. */
export async function recordGrades(ctx: Context, readings: readonly GivenReading[]): Promise<void> {
  if (readings.length === 0) return
  // Of a row that was graded twice in one sending the later counts.
  const last = new Map(readings.map((reading) => [factKey(reading), reading]))
  await recordReadings({ ...ctx, actor: { ...ctx.actor, id: null } }, [...last.values()])
}
