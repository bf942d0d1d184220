import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../../../parts/marks/StateTag.tsx'

/** 暂定: beside stars, ranks and means that rest on rows without data. */
export function Provisional(): ReactNode {
  const { t } = useTranslation('evaluation')
  return <StateTag kind="waiting" word={t('provisional')} />
}

/** 数据已变，待重算: what is shown was computed before the records changed. */
export function StaleMark(): ReactNode {
  const { t } = useTranslation('evaluation')
  return <StateTag kind="warning" word={t('stale.mark')} />
}
