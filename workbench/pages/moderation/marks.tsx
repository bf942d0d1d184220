import type { ReactNode } from 'react'
import {
  type FlagKind,
  flagNames,
  type ReviewState,
  reviewStateNames,
} from '../../../contracts/moderation/words.ts'
import { type StateKind, StateTag } from '../../parts/marks/StateTag.tsx'
import { useEnglish } from '../../parts/words.ts'

const kinds: Record<ReviewState, StateKind> = { open: 'waiting', changed: 'warning', confirmed: 'done' }

export function ReviewTag({ state }: { state: ReviewState }): ReactNode {
  const language = useEnglish() ? 'en' : 'zh'
  return <StateTag kind={kinds[state]} word={reviewStateNames[state][language]} />
}

export function FlagTag({ kind, settled }: { kind: FlagKind; settled: boolean }): ReactNode {
  const language = useEnglish() ? 'en' : 'zh'
  return <StateTag kind={settled ? 'done' : 'warning'} word={flagNames[kind][language]} />
}
