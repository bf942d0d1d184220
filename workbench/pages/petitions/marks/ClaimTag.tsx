import type { ReactNode } from 'react'
import {
  type ClaimState,
  isOpen,
  type Outcome,
  outcomeNames,
  stateNames,
} from '../../../../contracts/petitions/words.ts'
import { type StateKind, StateTag } from '../../../parts/marks/StateTag.tsx'
import { useNamed } from '../names.ts'

const kinds: Record<ClaimState, StateKind> = {
  draft: 'waiting',
  filed: 'waiting',
  accepted: 'waiting',
  dispatched: 'waiting',
  signed: 'doing',
  handling: 'doing',
  answered: 'info',
  reviewed: 'info',
  visited: 'info',
  closed: 'info',
  'struck-off': 'done',
  declined: 'refused',
  withdrawn: 'ended',
  merged: 'ended',
}

export function ClaimTag({ state }: { state: ClaimState }): ReactNode {
  return <StateTag kind={kinds[state]} word={useNamed()(stateNames[state])} />
}

const ends: Record<Outcome, StateKind> = {
  solved: 'done',
  partly: 'info',
  'not-solvable': 'warning',
  'not-responsible': 'ended',
  unknown: 'waiting',
}

/** Merely closed is never shown as solved: the outcome stands on its own. */
export function OutcomeTag({ outcome, state }: { outcome: Outcome; state: ClaimState }): ReactNode {
  const named = useNamed()
  return <StateTag kind={isOpen(state) ? 'info' : ends[outcome]} word={named(outcomeNames[outcome])} />
}
