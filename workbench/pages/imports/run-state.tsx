import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { runStateNames, type RunState } from '../../../contracts/imports/words.ts'
import { type StateKind, StateTag } from '../../parts/marks/StateTag.tsx'

const kinds: Record<RunState, StateKind> = {
  'waiting-check': 'waiting',
  checking: 'doing',
  checked: 'warning',
  unreadable: 'refused',
  'waiting-import': 'waiting',
  importing: 'doing',
  imported: 'done',
  interrupted: 'overdue',
  discarded: 'ended',
}

/** The server is at work: the page asks again. */
export const isUnderWay = (state: RunState): boolean =>
  ['waiting-check', 'checking', 'waiting-import', 'importing'].includes(state)

export function RunStateTag({ state }: { state: RunState }): ReactNode {
  const { i18n } = useTranslation('imports')
  const names = runStateNames[state]
  return <StateTag kind={kinds[state]} word={i18n.language === 'en' ? names.en : names.zh} />
}
