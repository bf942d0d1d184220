import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { claimHeat } from '../../../../contracts/petitions/ledgers.ts'
import { call } from '../../../api/client.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { today } from '../../../parts/format.ts'
import { FilterRow } from '../../../parts/list/FilterRow.tsx'
import { type Filter, only } from '../../../parts/list/types.ts'
import { useListAddress } from '../../../parts/list/useListAddress.ts'
import { PageHead } from '../../../parts/PageHead.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { CategoryPick } from '../file/CategoryPick.tsx'
import { weeksOf } from '../ledgers/period.ts'
import { PrintButton } from '../ledgers/PrintButton.tsx'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { HeatTable } from './HeatTable.tsx'
import '../../../parts/list/list.css'
import '../petitions.css'

/** 诉求热度: which compounds report what, week by week; the most reported first. */
export function HeatPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { place } = useJurisdiction()
  const address = useListAddress()
  const filters = useHeatFilters()
  const asked = {
    ...weeksOf(address.filters, today()),
    place: place?.id,
    category: only(address.filters.category),
  }
  const { data, error, refetch } = useQuery({
    queryKey: ['petitions-heat', asked],
    queryFn: ({ signal }) => call(claimHeat, { query: asked }, { signal }),
  })
  function content(): ReactNode {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!data) return <Loading rows={8} />
    if (data.rows.length === 0) return <EmptyState title={t('heat.none')} hint={t('heat.noneHint')} />
    return <HeatTable heat={data} to={asked.to} />
  }
  return (
    <div className="gz-page">
      <PageHead title={t('heat.title')} intro={t('heat.intro')} actions={<PrintButton />} />
      <PetitionTabs />
      <section className="gz-card gz-list" aria-label={t('heat.title')}>
        <div className="gz-list-tools gz-noprint">
          <FilterRow values={address.filters} onChange={address.filter} filters={filters} />
        </div>
        {content()}
      </section>
    </div>
  )
}

function useHeatFilters(): Filter[] {
  const { t } = useTranslation('petitions')
  return [
    { key: 'from', to: 'to', label: t('claims.days'), kind: 'days' },
    {
      key: 'category',
      label: t('claim.category'),
      kind: 'own',
      control: (value, change) => (
        <CategoryPick asFilter label={t('claim.category')} value={value} onChange={change} />
      ),
    },
  ]
}
