import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../parts/PageHead.tsx'

export function WorklistPage(): ReactNode {
  const { t } = useTranslation('shell')
  return (
    <div className="gz-page">
      <PageHead title={t('nav.worklist')} />
    </div>
  )
}
