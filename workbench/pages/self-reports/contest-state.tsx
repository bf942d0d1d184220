import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContestOutcome } from '../../../contracts/self-reports/words.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'

/** 待答复, or how it was answered. */
export function ContestState({ outcome }: { outcome: ContestOutcome | null }): ReactNode {
  const { t } = useTranslation('self-reports')
  if (outcome === null) return <StateTag kind="waiting" word={t('contest.open')} />
  return <StateTag kind={outcome === 'accepted' ? 'done' : 'refused'} word={t(`outcomes.${outcome}`)} />
}
