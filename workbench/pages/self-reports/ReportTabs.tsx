import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../api/session.ts'
import { LinkTabs } from '../../parts/LinkTabs.tsx'
import { contestsAddress, reportsAddress } from './addresses.ts'

/** What bodies report, and what they contest. */
export function ReportTabs(): ReactNode {
  const { t } = useTranslation('self-reports')
  const me = useMe()
  const { pathname } = useLocation()
  const tabs = [
    { to: reportsAddress, label: t('reports'), verb: 'self-reports.see' },
    { to: contestsAddress, label: t('contests'), verb: 'self-reports.see-contests' },
  ]
  return (
    <LinkTabs
      label={t('parts')}
      tabs={tabs.filter(({ verb }) => may(me, verb)).map((tab) => ({ ...tab, here: pathname === tab.to }))}
    />
  )
}
