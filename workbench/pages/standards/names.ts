import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Either language of a text that the server sends in both. */
export function usePick(): (zh: string, en: string | null | undefined) => string {
  const english = useTranslation('standards').i18n.language === 'en'
  return useCallback((zh, en) => (english ? (en ?? zh) : zh), [english])
}

/** The standard's own short terms (evaluators, variants, bands, grades) in the language shown. */
export function useTerm(): (term: string) => string {
  const { t, i18n } = useTranslation('standards')
  const english = i18n.language === 'en'
  return useCallback((term) => (english ? t(`terms.${term}`, { defaultValue: term }) : term), [english, t])
}
