import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../contracts/accounts/staff.ts'
import { may, useMe } from '../../api/session.ts'
import { LinkTabs } from '../../parts/LinkTabs.tsx'

const parts = [
  { to: '/publicity/own', key: 'own.title', verb: 'publicity.file-appeal' },
  { to: '/publicity/objections', key: 'objections', verb: 'publicity.answer-objections' },
  { to: '/publicity/appeals', key: 'appeals.title', verb: 'publicity.see-appeals' },
  { to: '/publicity/corrections', key: 'corrections.title', verb: 'publicity.see-corrections' },
]

/** The first of the parts that a person may see: objections before one's own results for offices that have both. */
export function firstPart(me: Me): string {
  const open = parts.filter(({ verb }) => may(me, verb))
  return (open.find(({ to }) => to === '/publicity/objections') ?? open[0])?.to ?? '/'
}

export function PublicityTabs(): ReactNode {
  const { t } = useTranslation('publicity')
  const me = useMe()
  const { pathname } = useLocation()
  return (
    <LinkTabs
      label={t('parts')}
      tabs={parts
        .filter(({ verb }) => may(me, verb))
        .map(({ to, key }) => ({ to, label: t(key), here: pathname === to }))}
    />
  )
}
