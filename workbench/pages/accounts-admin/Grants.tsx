import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from './AccountsPage.tsx'
import { useRoleName } from './roles.ts'

export type Grant = Account['grants'][number]

interface GrantsProps {
  account: Account
  /** null when roles cannot be taken back here. */
  onRevoke: ((grant: Grant) => void) | null
}

/** The roles held, each for its place or body with everything below. */
export function Grants({ account, onRevoke }: GrantsProps): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const roleName = useRoleName()
  return (
    <section className="gz-card gz-grants" aria-label={t('roles')}>
      <div className="gz-section-head">
        <h2>{t('roles')}</h2>
      </div>
      {account.grants.length === 0 ? (
        <p className="gz-faint">{t('noRolesHint')}</p>
      ) : (
        <table aria-label={t('roles')}>
          <thead>
            <tr>
              <th scope="col">{t('role')}</th>
              <th scope="col">{t('scope')}</th>
              {onRevoke && (
                <th scope="col">
                  <span className="gz-hidden">{t('revoke.do')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {account.grants.map((grant) => (
              <tr key={grant.id}>
                <td>{roleName(grant.role)}</td>
                <td>{grant.placeName ?? grant.bodyName}</td>
                {onRevoke && (
                  <td>
                    <Button type="link" onClick={() => onRevoke(grant)}>
                      {t('revoke.do')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
