import { Alert, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Once {
  account: string
  displayName: string
  oneTimePassword: string
}

/** One-time passwords, shown this once: only their hashes stay. Copied together with the account they open. */
export function PasswordOnce({ passwords }: { passwords: Once[] }): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const lines = passwords.map((one) => `${one.account}\t${one.displayName}\t${one.oneTimePassword}`)
  return (
    <div className="gz-once">
      <Alert type="warning" showIcon role="status" title={t('once.warning')} />
      <table aria-label={t('once.title')}>
        <thead>
          <tr>
            <th scope="col">{t('account')}</th>
            <th scope="col">{t('displayName')}</th>
            <th scope="col">{t('once.password')}</th>
          </tr>
        </thead>
        <tbody>
          {passwords.map(({ account, displayName, oneTimePassword }) => (
            <tr key={account}>
              <td>{account}</td>
              <td>{displayName}</td>
              <td>
                <Typography.Text
                  code
                  copyable={{ text: oneTimePassword, tooltips: [t('once.copy'), t('once.copied')] }}
                >
                  {oneTimePassword}
                </Typography.Text>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {passwords.length > 1 && (
        <Typography.Text copyable={{ text: lines.join('\n'), tooltips: [t('once.copy'), t('once.copied')] }}>
          {t('once.copyAll', { count: passwords.length })}
        </Typography.Text>
      )}
    </div>
  )
}
