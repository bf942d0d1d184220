import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** The window's title, as on every page. */
export function useTitle(title: string): void {
  const { t } = useTranslation('shell')
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
}
