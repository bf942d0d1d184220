import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../../parts/LinkTabs.tsx'
import { archivesAddress, registerAddress } from './addresses.ts'

/** The rounds with a final result, and the register of all papers. */
export function ArchiveTabs(): ReactNode {
  const { t } = useTranslation('archives')
  const { pathname } = useLocation()
  const tabs = [
    { to: archivesAddress, label: t('rounds') },
    { to: registerAddress(), label: t('register') },
  ]
  return <LinkTabs label={t('title')} tabs={tabs.map((tab) => ({ ...tab, here: pathname === tab.to }))} />
}
