import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../../parts/LinkTabs.tsx'

/** Who wants events, and what became of each. */
export function ExchangeTabs(): ReactNode {
  const { t } = useTranslation('exchange')
  const { pathname } = useLocation()
  return (
    <LinkTabs
      label={t('tabs')}
      tabs={['/webhooks', '/webhooks/deliveries'].map((to) => ({
        to,
        label: t(to === '/webhooks' ? 'title' : 'deliveries'),
        here: pathname === to,
      }))}
    />
  )
}
