import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../parts/format.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'

export function AccountState({
  closed,
  lockedUntil,
}: {
  closed: boolean
  lockedUntil: string | null
}): ReactNode {
  const { t } = useTranslation('accounts-admin')
  if (closed) return <StateTag kind="ended" word={t('state.closed')} />
  if (lockedUntil !== null)
    return <StateTag kind="warning" word={t('state.locked', { until: dateTime(lockedUntil) })} />
  return <StateTag kind="done" word={t('state.open')} />
}
