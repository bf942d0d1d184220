import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditionState } from '../../../../contracts/standards/words.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'

const kinds = { draft: 'doing', submitted: 'waiting', published: 'done', withdrawn: 'ended' } as const

/** How an edition stands. */
export function StateMark({ state }: { state: EditionState }): ReactNode {
  const { t } = useTranslation('editions')
  return <StateTag kind={kinds[state]} word={t(`state.${state}`)} />
}
