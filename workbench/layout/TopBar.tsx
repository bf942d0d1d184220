import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/session.ts'
import { useNarrow } from '../app/screen.ts'
import { Brand } from './Brand.tsx'
import { HelpDrawer } from './HelpDrawer.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { NoticeBell } from './NoticeBell.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { PlaceSwitcher } from './PlaceSwitcher.tsx'
import { SearchBox } from './SearchBox.tsx'

/** On a phone the second row carries place and search; language and help move into the navigation's drawer. */
export function TopBar({ onMenu }: { onMenu: () => void }): ReactNode {
  const { t } = useTranslation('shell')
  const narrow = useNarrow()
  const { demo } = useMe()
  return (
    <header className="gz-top gz-noprint">
      {narrow && (
        <Button
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('nav.open')}
          aria-haspopup="dialog"
          onClick={onMenu}
        />
      )}
      <Brand />
      {!narrow && <PlaceSwitcher />}
      {demo && (
        <span className="gz-demo" title={t('demo.means')}>
          {t('demo.word')}
        </span>
      )}
      {!narrow && <SearchBox />}
      <div className="gz-top-end">
        {!narrow && <HelpDrawer />}
        {!narrow && <LanguageSwitch />}
        <NoticeBell />
        <PersonMenu />
      </div>
    </header>
  )
}
