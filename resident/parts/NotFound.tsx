import type { ReactNode } from 'react'
import { useWords } from '../app/words.ts'
import { To } from './To.tsx'

export function NotFound(): ReactNode {
  const { t } = useWords()
  return (
    <section className="card">
      <h1>{t('states.nowhere')}</h1>
      <p>{t('states.nowhereHint')}</p>
      <To to="/" className="button primary">
        {t('nav.home')}
      </To>
    </section>
  )
}
