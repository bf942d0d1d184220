import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectionOutcome } from '../../../contracts/publicity/words.ts'
import { type StateKind, StateTag } from '../../parts/marks/StateTag.tsx'

const kinds: Record<ObjectionOutcome, StateKind> = {
  upheld: 'done',
  partly: 'done',
  rejected: 'ended',
  explained: 'done',
}

/** 待答复, or how it was answered. */
export function ObjectionState({ outcome }: { outcome: ObjectionOutcome | null }): ReactNode {
  const { t } = useTranslation('publicity')
  if (outcome === null) return <StateTag kind="waiting" word={t('waiting')} />
  return <StateTag kind={kinds[outcome]} word={t(`outcomes.${outcome}`)} />
}
