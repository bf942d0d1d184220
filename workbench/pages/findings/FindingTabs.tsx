import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../api/session.ts'
import { LinkTabs } from '../../parts/LinkTabs.tsx'
import { decisionsAddress, incidentsAddress } from './addresses.ts'

/** What authorities have found, and what officials have decided. */
export function FindingTabs(): ReactNode {
  const { t } = useTranslation('findings')
  const me = useMe()
  const { pathname } = useLocation()
  const tabs = [
    { to: incidentsAddress, label: t('incidents'), verb: 'findings.see-incidents' },
    { to: decisionsAddress, label: t('decisions'), verb: 'findings.see-decisions' },
  ]
  return (
    <LinkTabs
      label={t('parts')}
      tabs={tabs.filter(({ verb }) => may(me, verb)).map((tab) => ({ ...tab, here: pathname === tab.to }))}
    />
  )
}
