import type { AppealOutcome } from '../../../../../contracts/publicity/appeal-words.ts'

/** What a whole appeal came to: what all its rows came to, or in part. */
export function outcomeOf(rows: readonly { outcome: AppealOutcome }[]): AppealOutcome {
  const [first] = rows
  return first && rows.every(({ outcome }) => outcome === first.outcome) ? first.outcome : 'partly'
}
