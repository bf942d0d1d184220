import type { FieldState } from './field-store.ts'
import { lackOf } from './rules.ts'

/** What the server has not got yet: grades with their photos, and tasks handed in. */
export function unsentIn({ entries, submissions }: Pick<FieldState, 'entries' | 'submissions'>): number {
  const waiting = [...submissions.values()].filter(({ state }) => state === 'waiting')
  return entries.size + waiting.length
}

/** Begun and not finished: it does not go out by itself. */
export const unfinishedIn = ({ entries, tasks }: FieldState): number =>
  [...entries.values()].filter((entry) => {
    const row = tasks.find(({ id }) => id === entry.taskId)?.rows.find(({ id }) => id === entry.row)
    return row !== undefined && entry.attempt === null && lackOf(entry, row) !== null
  }).length

/** What does not go on without the person: conflicts, and what the server refused. */
export function needingDecision({ entries, submissions, files }: FieldState): number {
  const stuck = [...entries.values()].filter(
    ({ theirs, refusal, photos }) =>
      theirs !== null || refusal !== null || photos.some((id) => (files.get(id)?.refusal ?? null) !== null),
  )
  return stuck.length + [...submissions.values()].filter(({ refusal }) => refusal !== null).length
}
