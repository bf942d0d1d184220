import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type StateKind, StateTag } from '../../parts/marks/StateTag.tsx'

const kinds: Record<'official' | 'provisional' | 'unknown', StateKind> = {
  official: 'done',
  provisional: 'warning',
  unknown: 'ended',
}

/** Whether a year stands on a notice, as icon and word. */
export function YearState({ state }: { state: keyof typeof kinds }): ReactNode {
  const { t } = useTranslation('calendar')
  return <StateTag kind={kinds[state]} word={t(`state.${state}`)} />
}
