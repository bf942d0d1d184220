import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { setElderly, useElderly } from '../app/mode.ts'
import { speak, useWords } from '../app/words.ts'
import { To } from '../parts/To.tsx'
import { isOn, sitePages } from './pages.ts'

export function Header({ demo }: { demo: boolean }): ReactNode {
  const { t, language } = useWords()
  const elderly = useElderly()
  return (
    <header className="top">
      <div className="bar">
        <To to="/" className="brand">
          <img src={`${import.meta.env.BASE_URL}mark.svg`} width={28} height={28} alt="" />
          <span>{t('brand')}</span>
        </To>
        <TopLinks />
        {demo && <span className="demo">{t('demo')}</span>}
        <button type="button" className="switch" aria-pressed={elderly} onClick={() => setElderly(!elderly)}>
          {t(elderly ? 'mode.off' : 'mode.on')}
        </button>
        <button
          type="button"
          className="switch language"
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}
        >
          {language === 'en' ? '中文' : 'English'}
        </button>
      </div>
    </header>
  )
}

function TopLinks(): ReactNode {
  const { t } = useWords()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <nav className="toplinks" aria-label={t('nav.name')}>
      {sitePages.map(({ to, word }) => (
        <To key={to} to={to} current={isOn(path, to)}>
          {t(word)}
        </To>
      ))}
    </nav>
  )
}
