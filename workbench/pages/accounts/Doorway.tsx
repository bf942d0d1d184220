import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Mark } from '../../layout/Brand.tsx'
import { LanguageSwitch } from '../../layout/LanguageSwitch.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import './doorway.css'

interface DoorwayProps {
  title: string
  intro?: string | undefined
  children: ReactNode
  foot?: ReactNode
}

/** The frame of the pages before work begins: what this is on the left, one form on the right. */
export function Doorway({ title, intro, children, foot }: DoorwayProps): ReactNode {
  const { t } = useTranslation('accounts')
  useEffect(() => {
    document.title = `${title} · ${t('shell:product')}`
  }, [title, t])
  return (
    <div className="gz-door">
      <aside className="gz-door-about" aria-label={t('about.label')}>
        <div className="gz-door-brand">
          <Mark size={40} />
          <div>
            <div className="gz-door-name">{t('shell:product')}</div>
            <div>{t('about.of')}</div>
          </div>
        </div>
        <p className="gz-door-claim">{t('about.claim')}</p>
        <ul>
          {['records', 'points', 'places'].map((key) => (
            <li key={key}>
              <strong>{t(`about.${key}`)}</strong>
              <span>{t(`about.${key}Text`)}</span>
            </li>
          ))}
        </ul>
        <p className="gz-door-source">{t('about.source')}</p>
      </aside>
      <main className="gz-door-main">
        <div className="gz-door-language">
          <LanguageSwitch />
        </div>
        <div className="gz-door-form">
          <h1>{title}</h1>
          {intro !== undefined && <p className="gz-door-intro">{intro}</p>}
          <Suspense fallback={<Loading rows={4} />}>{children}</Suspense>
          {foot !== undefined && <div className="gz-door-foot">{foot}</div>}
        </div>
      </main>
    </div>
  )
}
