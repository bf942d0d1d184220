import type { GradingTask } from '../../../contracts/grading/staff.ts'
import { daysUntil } from '../../parts/format.ts'
import type { FieldState } from './store/field-store.ts'
import { keyOf } from './store/entry.ts'
import { lackOf } from './store/rules.ts'

/** How many rows still have no grade, here or on the server. */
export const rowsLeft = (task: GradingTask, { entries }: Pick<FieldState, 'entries'>): number =>
  task.rows.filter((row) => {
    const entry = entries.get(keyOf({ taskId: task.id, row: row.id }))
    return entry ? lackOf(entry, row) !== null : row.grade === null || row.question !== null
  }).length

/** Handed in, or about to be as soon as there is a network. */
export const isHandedIn = (task: GradingTask, { submissions }: Pick<FieldState, 'submissions'>): boolean =>
  task.state === 'submitted' || submissions.get(task.id)?.state === 'waiting'

/** What runs out first, first; by name where that is the same. */
export const byDeadline = (one: GradingTask, other: GradingTask): number =>
  (dueOf(one) ?? '9').localeCompare(dueOf(other) ?? '9') ||
  one.subjectName.localeCompare(other.subjectName, 'zh-CN')

/** A plain day; a provisional one where no other is known. */
export const dueOf = ({ dueOn, dueProvisional }: GradingTask): string | null => dueOn ?? dueProvisional

/** Calendar days; negative when it is past. */
export const daysLeft = (day: string): number => daysUntil(day, new Date())
