import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../../parts/marks/StateTag.tsx'

/** Sealed entries cannot be changed, removed or added to without being noticed. */
export function SealMark({ seal }: { seal: number | null }): ReactNode {
  const { t } = useTranslation('audit-trail')
  return seal === null ? (
    <StateTag kind="waiting" word={t('unsealed')} />
  ) : (
    <StateTag kind="done" word={t('sealed', { seal })} />
  )
}
