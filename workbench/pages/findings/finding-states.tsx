import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionState, IncidentState } from '../../../contracts/findings/words.ts'
import { type StateKind, StateTag } from '../../parts/marks/StateTag.tsx'

export function IncidentTag({ state }: { state: IncidentState }): ReactNode {
  const { t } = useTranslation('findings')
  return <StateTag kind={state === 'standing' ? 'warning' : 'ended'} word={t(`incidentStates.${state}`)} />
}

const kinds: Record<DecisionState, StateKind> = {
  proposed: 'waiting',
  decided: 'done',
  rejected: 'refused',
  withdrawn: 'ended',
}

export function DecisionTag({ state }: { state: DecisionState }): ReactNode {
  const { t } = useTranslation('findings')
  return <StateTag kind={kinds[state]} word={t(`decisionStates.${state}`)} />
}
