import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { type ReactNode, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { exportRulings } from '../../../contracts/standards/exports.ts'
import { listRulings } from '../../../contracts/standards/staff.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { useListAddress } from '../../parts/list/useListAddress.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { RulingCard } from './RulingCard.tsx'
import { StandardsHead } from './StandardsHead.tsx'
import '../../parts/list/list.css'

/** How we read the standard where it contradicts itself or is silent, each with its reason. */
export function RulingsPage(): ReactNode {
  const { t } = useTranslation('standards')
  const address = useListAddress()
  const typed = [address.filters.text].flat()[0] ?? ''
  const text = useDeferredValue(typed)
  const { data, error, refetch } = useQuery({
    queryKey: ['standards', 'rulings', text],
    queryFn: ({ signal }) => call(listRulings, { query: { text } }, { signal }),
    placeholderData: keepPreviousData,
  })
  function content(): ReactNode {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!data) return <Loading rows={10} />
    if (data.rulings.length === 0) return <EmptyState title={t('search.none')} hint={t('search.noneHint')} />
    return data.rulings.map((ruling) => <RulingCard key={ruling.id} ruling={ruling} />)
  }
  return (
    <div className="gz-page">
      <StandardsHead title={t('page.rulings')} intro={t('rulingsIntro')} />
      <section className="gz-card gz-rulings" aria-label={t('page.rulings')}>
        <div className="gz-list-tools gz-noprint">
          <Input
            className="gz-filter-text"
            allowClear
            value={typed}
            onChange={(event) => address.filter({ text: event.target.value || undefined })}
            aria-label={t('filter.text')}
            placeholder={t('filter.text')}
          />
          <div className="gz-list-own">
            {data && (
              <span className="gz-faint gz-rulings-count">
                {t('count.rulings', { count: data.rulings.length })}
              </span>
            )}
            <ExportButton
              run={() => download(exportRulings, { query: { text: typed } }, `${t('page.rulings')}.xlsx`)}
            />
          </div>
        </div>
        {content()}
      </section>
    </div>
  )
}
