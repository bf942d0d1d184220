import { WarningOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../../../parts/marks/StateTag.tsx'

/** 缺N项 where rows have no data yet; what is complete says so. */
export function MissingMark({ rows }: { rows: number | null }): ReactNode {
  const { t } = useTranslation('evaluation')
  if (rows === null) return null
  if (rows === 0) return <StateTag kind="done" word={t('complete')} />
  return (
    <span className="gz-tag gz-tag-warning">
      <WarningOutlined aria-hidden />
      {t('missingRows', { count: rows })}
    </span>
  )
}
