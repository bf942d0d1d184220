import { useTranslation } from 'react-i18next'

/** Texts of the parts themselves; pages bring their own. */
export function useWords() {
  return useTranslation('parts').t
}

/** Whether English is shown; server sentences come in both languages. */
export function useEnglish(): boolean {
  return useTranslation('parts').i18n.language === 'en'
}
