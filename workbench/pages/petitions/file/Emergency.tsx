import { PhoneOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Danger goes to those who come at once, before anything is written down. */
export function Emergency(): ReactNode {
  const { t } = useTranslation('petitions')
  return (
    <Alert
      type="warning"
      icon={<PhoneOutlined />}
      showIcon
      title={t('file.emergency')}
      description={
        <span className="gz-links">
          {(['110', '119', '120'] as const).map((number) => (
            <a key={number} href={`tel:${number}`}>
              {t(`file.call.${number}`)}
            </a>
          ))}
        </span>
      }
    />
  )
}
