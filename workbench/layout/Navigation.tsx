import { useLocation } from '@tanstack/react-router'
import { Menu, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/session.ts'
import { Goto } from '../parts/Goto.tsx'
import type { NavEntry } from './nav-entry.ts'
import { entriesFor, entryAt } from './navigation.ts'

/** The work this person has, as links; `onGo` lets the phone's drawer close. */
export function Navigation({ onGo }: { onGo?: () => void }): ReactNode {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const entries = entriesFor(useMe())
  const item = ({ key, to, icon }: NavEntry) => ({ key, icon, label: <Goto to={to}>{t(`nav.${key}`)}</Goto> })
  const system = entries.filter((entry) => entry.system)
  const items: MenuProps['items'] = entries.filter((entry) => !entry.system).map(item)
  if (system.length > 0) {
    items.push({ key: 'system', type: 'group', label: t('nav.system'), children: system.map(item) })
  }
  const here = entryAt(pathname)
  return (
    <nav aria-label={t('nav.label')} className="gz-nav">
      <Menu
        mode="inline"
        items={items}
        selectedKeys={here ? [here.key] : []}
        {...(onGo ? { onClick: () => onGo() } : {})}
      />
    </nav>
  )
}
