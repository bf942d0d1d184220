import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../../api/session.ts'
import { Goto } from '../../../parts/Goto.tsx'
import * as at from '../addresses.ts'
import './organisations.css'

const tabs = [
  { key: 'compounds', to: at.compoundsAddress, verb: 'organisations.see-compounds' },
  { key: 'bodies', to: at.bodiesAddress, verb: 'organisations.see-bodies' },
  { key: 'committees', to: at.committeesAddress, verb: 'organisations.see-compounds' },
  { key: 'party', to: at.partyAddress, verb: 'party-organisations.see' },
  { key: 'coverage', to: at.coverageAddress, verb: 'party-organisations.see' },
  { key: 'places', to: at.placesAddress, verb: 'organisations.see-places' },
] as const

/** The lists of the ground, side by side; only those this person may see. */
export function OrganisationTabs(): ReactNode {
  const { t } = useTranslation('organisations')
  const me = useMe()
  const { pathname } = useLocation()
  const row = useRef<HTMLElement>(null)

  // On a phone the row scrolls: the list that is open must be in sight.
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>(`[href="${pathname}"]`)
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.clientWidth / 2
  }, [pathname])
  return (
    <nav ref={row} className="gz-org-tabs gz-noprint" aria-label={t('tabs.label')}>
      {tabs
        .filter(({ verb }) => may(me, verb))
        .map(({ key, to }) => (
          <Goto key={key} to={to} current={pathname === to}>
            {t(`tabs.${key}`)}
          </Goto>
        ))}
    </nav>
  )
}
