import { Outlet, useLocation } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../app/screen.ts'
import { SecondFactorGate } from '../pages/accounts/SecondFactorGate.tsx'
import { Loading } from '../parts/states/Loading.tsx'
import { HelpDrawer } from './HelpDrawer.tsx'
import { JurisdictionProvider } from './jurisdiction.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Navigation } from './Navigation.tsx'
import { PlaceSwitcher } from './PlaceSwitcher.tsx'
import { SearchBox } from './SearchBox.tsx'
import { TopBar } from './TopBar.tsx'
import './shell.css'

/** The frame of every working page. After a change of page, reading and keyboard go on at its content. */
export function Shell(): ReactNode {
  const { t } = useTranslation('shell')
  const narrow = useNarrow()
  const [menu, setMenu] = useState(false)
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const before = useRef(pathname)

  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true })
    before.current = pathname
  }, [pathname])

  return (
    <JurisdictionProvider>
      <a className="gz-skip" href="#main" onClick={() => main.current?.focus()}>
        {t('skip')}
      </a>
      <TopBar onMenu={() => setMenu(true)} />
      {narrow && (
        <section className="gz-second gz-noprint" aria-label={t('place.bar')}>
          <PlaceSwitcher />
          <SearchBox />
        </section>
      )}
      <div className="gz-frame">
        {!narrow && (
          <div className="gz-side gz-noprint">
            <Navigation />
          </div>
        )}
        <main id="main" ref={main} tabIndex={-1} className="gz-main">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <SecondFactorGate />
      <Drawer
        title={t('product')}
        placement="left"
        size={280}
        open={narrow && menu}
        onClose={() => setMenu(false)}
        className="gz-menu-drawer"
        footer={
          <div className="gz-menu-foot">
            <LanguageSwitch />
            <HelpDrawer />
          </div>
        }
      >
        <Navigation onGo={() => setMenu(false)} />
      </Drawer>
    </JurisdictionProvider>
  )
}
