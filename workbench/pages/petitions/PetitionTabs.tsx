import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../api/session.ts'
import { LinkTabs } from '../../parts/LinkTabs.tsx'
import * as to from './addresses.ts'

/** Work first, then what is looked up, counted and kept. */
export function PetitionTabs(): ReactNode {
  const { t } = useTranslation('petitions')
  const me = useMe()
  const { pathname } = useLocation()
  const tabs = [
    { to: to.supervisionAddress, label: t('supervision.title'), verb: 'petitions.supervise' },
    { to: to.deskAddress, label: t('desk.title'), verb: 'petitions.work' },
    { to: to.claimsAddress, label: t('claims.title'), verb: 'petitions.see' },
    { to: to.whistlesAddress, label: t('whistles.title'), verb: 'petitions.see-whistles' },
    { to: to.keyAddress, label: t('key.title'), verb: 'petitions.see' },
    { to: to.ledgerAddress, label: t('ledger.title'), verb: 'petitions.see' },
    { to: to.monthlyAddress, label: t('monthly.title'), verb: 'petitions.see' },
    { to: to.heatAddress, label: t('heat.title'), verb: 'petitions.see' },
    { to: to.incidentsAddress, label: t('incidents.title'), verb: 'petitions.see-mass-incidents' },
    { to: to.openingsAddress, label: t('openings.title'), verb: 'petitions.see-openings' },
  ]
  return (
    <LinkTabs
      label={t('parts')}
      tabs={tabs.filter(({ verb }) => may(me, verb)).map((tab) => ({ ...tab, here: pathname === tab.to }))}
    />
  )
}
