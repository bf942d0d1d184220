import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../api/session.ts'
import { LinkTabs } from '../../parts/LinkTabs.tsx'
import { factsAddress, roundsAddress } from './addresses.ts'

/** The two halves of evaluation: the rounds, and the facts that people record for them. */
export function EvaluationTabs(): ReactNode {
  const { t } = useTranslation('evaluation')
  const me = useMe()
  const { pathname } = useLocation()
  const tabs = [
    { to: roundsAddress, label: t('rounds.title'), verb: 'evaluation.see-rounds' },
    { to: factsAddress(), label: t('facts.title'), verb: 'evaluation.see-facts' },
  ]
  return (
    <LinkTabs
      label={t('parts')}
      tabs={tabs.filter(({ verb }) => may(me, verb)).map((tab) => ({ ...tab, here: pathname === tab.to }))}
    />
  )
}
