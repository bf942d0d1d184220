import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../../parts/LinkTabs.tsx'

export function ModerationTabs({ round }: { round: string | undefined }): ReactNode {
  const { t } = useTranslation('moderation')
  const { pathname } = useLocation()
  const query = round === undefined ? '' : `?round=${round}`
  const tabs = [
    { path: '/moderation', label: t('title') },
    { path: '/moderation/agreement', label: t('agreement.title') },
  ]
  return (
    <LinkTabs
      label={t('parts')}
      tabs={tabs.map(({ path, label }) => ({ to: `${path}${query}`, label, here: pathname === path }))}
    />
  )
}
