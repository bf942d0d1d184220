import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { roundsQuery } from '../api/queries.ts'
import { useWords } from '../app/words.ts'
import { Header } from './Header.tsx'
import { TabBar } from './TabBar.tsx'
import './frame.css'

/** What is on every page: the way home, the choice of type and language, and the pages in reach of the thumb. */
export function Frame(): ReactNode {
  const { t } = useWords()
  const { data } = useQuery(roundsQuery)
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Header demo={data?.demo ?? false} />
      <Main />
      <TabBar />
    </>
  )
}

/** A new page begins at its beginning, for eyes and for screen readers. */
function Main(): ReactNode {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const main = useRef<HTMLElement>(null)
  const seen = useRef(path)
  useEffect(() => {
    if (seen.current === path) return
    seen.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <main id="main" tabIndex={-1} ref={main}>
      <Outlet />
    </main>
  )
}
