import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../../../parts/format.ts'
import type { RoundPage } from '../queries.ts'

/** Says on the round's page that its figures are older than its records. */
export function StaleNote({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  if (round.stale === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('stale.mark')}
      description={t('stale.round', { count: round.stale, shown: count(round.stale) })}
    />
  )
}
