import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../api/session.ts'
import { LinkTabs } from '../../parts/LinkTabs.tsx'
import { conflictsAddress, drawAddress, tasksAddress, tiesAddress } from './addresses.ts'

/** Tasks, how they were drawn, and what keeps a person from them. */
export function GradingTabs(): ReactNode {
  const { t } = useTranslation('grading')
  const me = useMe()
  const { pathname } = useLocation()
  const tabs = [
    { to: tasksAddress, label: t('tasks.title'), verb: 'grading.see-tasks' },
    { to: drawAddress(), label: t('draw.title'), verb: 'grading.see-draw' },
    { to: conflictsAddress, label: t('conflicts.title'), verb: 'grading.see-conflicts' },
    { to: tiesAddress, label: t('ties.title'), verb: 'grading.declare-ties' },
  ]
  return (
    <LinkTabs
      label={t('parts')}
      tabs={tabs.filter(({ verb }) => may(me, verb)).map((tab) => ({ ...tab, here: pathname === tab.to }))}
    />
  )
}
