import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundState } from '../../../contracts/evaluation/words.ts'
import type { TaskState } from '../../../contracts/grading/words.ts'
import { type StateKind, StateTag } from '../../parts/marks/StateTag.tsx'

const kinds: Record<TaskState, StateKind> = { open: 'waiting', submitted: 'done', reopened: 'warning' }

interface TaskStateTagProps {
  state: TaskState
  /** Of the task's round: after grading and moderation nothing is handed in any more. */
  stage: RoundState
}

export function TaskStateTag({ state, stage }: TaskStateTagProps): ReactNode {
  const { t } = useTranslation('grading')
  if (state !== 'submitted' && stage !== 'grading' && stage !== 'moderation')
    return <StateTag kind="ended" word={t('state.ended')} />
  return <StateTag kind={kinds[state]} word={t(`state.${state}`)} />
}
