import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { score } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { useOpeningRows } from '../../../parts/table/useOpeningRows.ts'
import { clauseAddress } from '../../standards/addresses.ts'
import { usePick } from '../../standards/names.ts'
import { improvementsQuery } from '../queries.ts'

/** The rows where points are lost, most first, each with what would bring them. */
export function Improvements({
  round,
  subject,
  onOpen,
}: {
  round: string
  subject: string
  onOpen: (row: string) => void
}): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const opening = useOpeningRows(onOpen)
  const { data, error, refetch } = useQuery(improvementsQuery(round, subject))
  function content(): ReactNode {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!data) return <Loading rows={8} />
    if (data.rows.length === 0) return <EmptyState title={t('improve.none')} hint={t('improve.noneHint')} />
    return (
      <ol className="gz-improve">
        {data.rows.map((row) => (
          <li key={row.id}>
            <span className="gz-improve-lost gz-number">{t('improve.up', { points: score(row.lost) })}</span>
            <div>
              <button type="button" className="gz-standard-open" {...opening.button(row.id)}>
                <span className="gz-number gz-faint">{row.id}</span> {pick(row.indicator, row.indicatorEn)}
              </button>
              <p>
                {row.state === 'missing' && <StateTag kind="warning" word={t('row.missing')} />}{' '}
                {pick(row.what, row.whatEn)}{' '}
                {row.clause !== null && (
                  <Goto to={clauseAddress(row.clause)}>{t('clause', { clause: row.clause })}</Goto>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
    )
  }
  return (
    <section className="gz-card" aria-label={t('subject.improve')}>
      <p className="gz-improve-intro gz-faint">{t('improve.intro')}</p>
      {content()}
    </section>
  )
}
