import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskState } from '../../../contracts/grading/words.ts'
import { type StateKind, StateTag } from '../../parts/marks/StateTag.tsx'

const kinds: Record<TaskState, StateKind> = { open: 'waiting', submitted: 'done', reopened: 'warning' }

export function TaskStateTag({ state }: { state: TaskState }): ReactNode {
  const { t } = useTranslation('grading')
  return <StateTag kind={kinds[state]} word={t(`state.${state}`)} />
}
