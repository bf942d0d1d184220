import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { listOwnResults } from '../../../../contracts/publicity/appeals.ts'
import { call } from '../../../api/client.ts'
import { count, score } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { PublicityTabs } from '../PublicityTabs.tsx'
import '../publicity.css'

/** What one's own bodies and offices were scored where it lies open, until when an appeal is taken, and the way to it. */
export function OwnResultsPage(): ReactNode {
  const { t } = useTranslation('publicity')
  const { data, error, refetch } = useQuery({
    queryKey: ['publicity', 'own'],
    queryFn: ({ signal }) => call(listOwnResults, {}, { signal }),
  })
  return (
    <div className="gz-page">
      <PageHead title={t('own.title')} intro={t('own.intro')} />
      <PublicityTabs />
      <section className="gz-card" aria-label={t('own.title')}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading />}
        {data?.results.length === 0 && <EmptyState title={t('own.none')} hint={t('own.noneHint')} />}
        {data && data.results.length > 0 && (
          <div className="gz-publicity-scroll">
            <table className="gz-publicity-table">
              <thead>
                <tr>
                  <th scope="col">{t('subject')}</th>
                  <th scope="col">{t('round')}</th>
                  <th scope="col">{t('shifts.total')}</th>
                  <th scope="col">{t('shifts.band')}</th>
                  <th scope="col">{t('shifts.rank')}</th>
                  <th scope="col">{t('own.term')}</th>
                </tr>
              </thead>
              <tbody>
                {data.results.map((one) => (
                  <tr key={one.subjectId}>
                    <th scope="row">
                      <Goto to={`/evaluation/rounds/${one.roundId}/subjects/${one.subjectId}`}>
                        {one.name}
                      </Goto>
                      <div className="gz-publicity-deeds">
                        {one.open && (
                          <Goto to={`/publicity/own/${one.subjectId}/appeal`}>{t('own.appeal')}</Goto>
                        )}{' '}
                        {one.appeals > 0 && (
                          <Goto to="/publicity/appeals">{t('own.appeals', { count: one.appeals })}</Goto>
                        )}
                      </div>
                    </th>
                    <td>{one.roundName}</td>
                    <td className="gz-number">{one.total === null ? '—' : score(one.total)}</td>
                    <td>{one.band ?? '—'}</td>
                    <td className="gz-number">{one.rank === null ? '—' : count(one.rank)}</td>
                    <td>
                      <StateTag
                        kind={one.open ? 'waiting' : 'ended'}
                        word={
                          one.open
                            ? one.until === null
                              ? t('own.open')
                              : t('own.openUntil', { day: one.until })
                            : t('own.ended', { day: one.until ?? '' })
                        }
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  )
}
