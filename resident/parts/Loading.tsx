import type { ReactNode } from 'react'
import { useWords } from '../app/words.ts'

/** Keeps the place of what is coming. */
export function Loading(): ReactNode {
  const { t } = useWords()
  return (
    <div className="loading" role="status">
      <span className="hidden">{t('states.loading')}</span>
      <div className="bone wide" />
      <div className="bone" />
      <div className="bone" />
    </div>
  )
}
