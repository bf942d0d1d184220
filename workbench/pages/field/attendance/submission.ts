import { v7 as uuid } from 'uuid'
import type { Submission } from '../store/entry.ts'
import type { FieldState } from '../store/field-store.ts'

/** The task's attendance and handing in as they stand on this device; a task that was sent back begins anew. */
export function submissionOf({ submissions, tasks }: FieldState, taskId: string): Submission {
  const kept = submissions.get(taskId)
  const isBack = tasks.find(({ id }) => id === taskId)?.state === 'reopened'
  if (kept && !(kept.state === 'done' && isBack)) return kept
  return {
    taskId,
    key: uuid(),
    attendance: kept?.attendance ?? [],
    note: kept?.note ?? '',
    state: 'draft',
    refusal: null,
  }
}
