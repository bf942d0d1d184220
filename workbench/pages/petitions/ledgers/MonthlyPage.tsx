import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { exportMonthly, monthlyLedger } from '../../../../contracts/petitions/ledgers.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { type Place, useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { count, rate, today } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filters, type ListColumn, only } from '../../../parts/list/types.ts'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { monthOf } from './period.ts'
import { PrintButton } from './PrintButton.tsx'
import '../petitions.css'

type Row = Answer<typeof monthlyLedger>['rows'][number]
const kinds = ['compound', 'community', 'street', 'district', 'body'] as const

const asked = (filters: Filters, place: Place | null) => ({
  ...monthOf(filters, today()),
  by: kinds.find((one) => one === only(filters.by)) ?? ('street' as const),
  place: place?.id,
})

/** 月报: how each place or body stood in the month; rates with what they were counted from. */
export function MonthlyPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { place } = useJurisdiction()
  return (
    <ListPage<Row>
      name="petitions-monthly"
      title={t('monthly.title')}
      intro={t('monthly.intro')}
      about={place?.id}
      actions={<PrintButton />}
      load={({ filters, after, signal }) =>
        call(monthlyLedger, { query: { ...asked(filters, place), after } }, { signal })
      }
      rowKey={({ id, name, under }) => id ?? `${under} ${name}`}
      columns={useColumns()}
      filters={[
        { key: 'from', to: 'to', label: t('monthly.from'), kind: 'days' },
        {
          key: 'by',
          label: t('monthly.by'),
          kind: 'choice',
          options: kinds.map((value) => ({ value, label: t(`monthly.kind.${value}`) })),
        },
      ]}
      exportAs={(filters) =>
        download(exportMonthly, { query: asked(filters, place) }, `${t('monthly.title')}.xlsx`)
      }
      empty={{ title: t('monthly.none'), hint: t('monthly.noneHint') }}
    >
      <PetitionTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('petitions')
  const number = (key: 'received' | 'overdue' | 'climbed' | 'reopened' | 'struckOff'): ListColumn<Row> => ({
    key,
    title: t(`monthly.${key}`),
    numeric: true,
    cell: (row) => count(row[key]),
  })
  const share = (key: string, of: (row: Row) => [number, number]): ListColumn<Row> => ({
    key,
    title: t(`monthly.${key}`),
    numeric: true,
    cell: (row) => rate(...of(row)) ?? '—',
  })
  return [
    { key: 'name', title: t('monthly.name'), cell: ({ name }) => name },
    { key: 'under', title: t('monthly.under'), cell: ({ under }) => under },
    number('received'),
    share('inTime', ({ answeredInTime, answered }) => [answeredInTime, answered]),
    share('solved', ({ solved, closed }) => [solved, closed]),
    share('satisfied', ({ satisfied, visited }) => [satisfied, visited]),
    number('overdue'),
    number('climbed'),
    number('reopened'),
    number('struckOff'),
  ]
}
