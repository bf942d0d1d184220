import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** For whoever grades nothing. */
export function FieldClosed(): ReactNode {
  const { t } = useTranslation('field')
  return (
    <main className="gz-field gz-field-page">
      <h1>{t('closed.title')}</h1>
      <p>{t('closed.text')}</p>
      <a href="/">{t('toDesk')}</a>
    </main>
  )
}
