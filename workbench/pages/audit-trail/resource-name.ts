import { useTranslation } from 'react-i18next'
import { resourceNames } from '../../../contracts/audit-trail/words.ts'

/** A kind of record in the language shown; one that has no name yet by its own key. */
export function useResourceName(): (resource: string) => string {
  const english = useTranslation('audit-trail').i18n.language === 'en'
  return (resource) => resourceNames[resource]?.[english ? 'en' : 'zh'] ?? resource
}
