import type { ReactNode } from 'react'
import {
  type AppealOutcome,
  type AppealState,
  appealOutcomeNames,
  appealStateNames,
  type CorrectionState,
  correctionStateNames,
} from '../../../../contracts/publicity/appeal-words.ts'
import { type StateKind, StateTag } from '../../../parts/marks/StateTag.tsx'
import { useEnglish } from '../../../parts/words.ts'

const outcomes: Record<AppealOutcome, StateKind> = { upheld: 'done', partly: 'info', rejected: 'refused' }
const corrections: Record<CorrectionState, StateKind> = {
  proposed: 'waiting',
  decided: 'done',
  rejected: 'refused',
  withdrawn: 'ended',
}

export function AppealTag({
  state,
  outcome,
}: {
  state: AppealState
  outcome: AppealOutcome | null
}): ReactNode {
  const language = useEnglish() ? 'en' : 'zh'
  if (outcome) return <StateTag kind={outcomes[outcome]} word={appealOutcomeNames[outcome][language]} />
  return <StateTag kind={state === 'open' ? 'waiting' : 'ended'} word={appealStateNames[state][language]} />
}

export function CorrectionTag({ state }: { state: CorrectionState }): ReactNode {
  const language = useEnglish() ? 'en' : 'zh'
  return <StateTag kind={corrections[state]} word={correctionStateNames[state][language]} />
}
