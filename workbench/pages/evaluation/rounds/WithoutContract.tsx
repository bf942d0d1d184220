import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import type { RoundPage } from '../queries.ts'

/** Compounds said to be in an enterprise's care that table A.1 leaves out, since no contract says in whose. */
export function WithoutContract({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  if (round.withoutContract === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('round.withoutContract', {
        count: round.withoutContract,
        shown: count(round.withoutContract),
      })}
      action={
        <Goto to="/organisations/compounds?mode=enterprise&contract=none">
          {t('round.toWithoutContract')}
        </Goto>
      }
    />
  )
}
