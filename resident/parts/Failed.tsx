import type { ReactNode } from 'react'
import { useWords } from '../app/words.ts'
import { Problem, statusOf } from '../api/problem.ts'

/** What happened, that nothing was lost, and what to do. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const { t, either } = useWords()
  const said =
    error instanceof Problem
      ? either(error.details.detail, error.details.detailEn)
      : statusOf(error) === 0
        ? t('states.offline')
        : t('states.broken')
  return (
    <div className="note wrong" role="alert">
      <p>
        <strong>{t('states.failed')}</strong> {said}
      </p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('states.again')}
        </button>
      )}
    </div>
  )
}
