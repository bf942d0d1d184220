import { type RoundState, stages } from '../../../../../contracts/evaluation/words.ts'

export type AppealRefusal = 'appeal-early' | 'appeal-late'

/**
 * Whether the scored body may appeal today: from publication until the end of the publicity term, whose last day belongs
 * to it (A.1.4; 民法典 203). Where the calendar does not know the last day yet, the term runs.
 */
export function appealRefusal(
  state: RoundState,
  { until, published, today }: { until: string | null; published: boolean; today: string },
): AppealRefusal | null {
  if (!published || before(state, 'publicity')) return 'appeal-early'
  return state === 'publicity' && (until === null || today <= until) ? null : 'appeal-late'
}

const before = (state: RoundState, stage: 'publicity' | 'final'): boolean =>
  state === 'closed' || stages.indexOf(state) < stages.indexOf(stage)

/** A final result is changed by a correction, one that is not final yet by an appeal. */
export const isFinal = (state: RoundState): boolean => !before(state, 'final')
