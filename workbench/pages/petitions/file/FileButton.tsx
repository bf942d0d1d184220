import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../../api/session.ts'
import { fileAddress } from '../addresses.ts'

/** To the form for whoever came to the counter or called. */
export function FileButton(): ReactNode {
  const { t } = useTranslation('petitions')
  const router = useRouter()
  if (!may(useMe(), 'petitions.file')) return null
  return (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => void router.navigate({ href: fileAddress })}
    >
      {t('file.title')}
    </Button>
  )
}
