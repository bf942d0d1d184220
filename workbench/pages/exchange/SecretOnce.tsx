import { Alert, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A secret, shown this once: afterwards only its sealed form is kept. */
export function SecretOnce({ secret }: { secret: string }): ReactNode {
  const { t } = useTranslation('exchange')
  return (
    <div className="gz-webhook-secret">
      <Alert type="warning" showIcon role="status" title={t('secret.once')} />
      <p>{t('secret.label')}</p>
      <Typography.Text code copyable={{ text: secret, tooltips: [t('secret.copy'), t('secret.copied')] }}>
        {secret}
      </Typography.Text>
      <p className="gz-faint">{t('secret.use')}</p>
    </div>
  )
}
