import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The page as it stands, on A4. */
export function PrintButton(): ReactNode {
  const { t } = useTranslation('petitions')
  return (
    <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
      {t('ledger.print')}
    </Button>
  )
}
