import type { FieldState } from './field-store.ts'

/** What the server has not got yet: grades with their photos, and tasks handed in. */
export function unsentIn({ entries, submissions }: Pick<FieldState, 'entries' | 'submissions'>): number {
  const waiting = [...submissions.values()].filter(({ state }) => state === 'waiting')
  return entries.size + waiting.length
}

/** What does not go on without the person: conflicts, and what the server refused. */
export function needingDecision({ entries, submissions, files }: FieldState): number {
  const stuck = [...entries.values()].filter(
    ({ theirs, refusal, photos }) =>
      theirs !== null || refusal !== null || photos.some((id) => (files.get(id)?.refusal ?? null) !== null),
  )
  return stuck.length + [...submissions.values()].filter(({ refusal }) => refusal !== null).length
}
