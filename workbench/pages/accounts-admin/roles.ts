import { useTranslation } from 'react-i18next'
import { type Role, roleNames } from '../../../contracts/accounts/words.ts'

/** The role's name in the language shown. */
export function useRoleName(): (role: Role) => string {
  const english = useTranslation('accounts-admin').i18n.language === 'en'
  return (role) => (english ? roleNames[role].en : roleNames[role].zh)
}
