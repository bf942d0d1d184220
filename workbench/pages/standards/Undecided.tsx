import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../../parts/marks/StateTag.tsx'

/** 市里未定，暂用: the standard gives no figure and a default of ours holds. */
export function Undecided(): ReactNode {
  const { t } = useTranslation('standards')
  return (
    <Tooltip title={t('undecidedMeans')}>
      <span>
        <StateTag kind="warning" word={t('undecided')} />
      </span>
    </Tooltip>
  )
}
