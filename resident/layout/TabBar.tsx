import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../app/words.ts'
import { To } from '../parts/To.tsx'
import { isOn, sitePages } from './pages.ts'

/** On phones: the pages at the bottom, in reach of the thumb. */
export function TabBar(): ReactNode {
  const { t } = useWords()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <nav className="tabs" aria-label={t('nav.bottom')}>
      {sitePages.map(({ to, word, sign }) => (
        <To key={to} to={to} current={isOn(path, to)}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path
              d={sign}
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          </svg>
          <span>{t(word)}</span>
        </To>
      ))}
    </nav>
  )
}
