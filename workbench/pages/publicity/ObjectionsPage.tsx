import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { exportObjections, listObjections } from '../../../contracts/publicity/staff.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { ObjectionState } from './objection-state.tsx'
import { PublicityTabs } from './PublicityTabs.tsx'

type Row = Answer<typeof listObjections>['rows'][number]

const states = ['open', 'answered'] as const

const queryOf = (filters: Filters) => ({
  round: only(filters.round),
  state: states.find((one) => one === only(filters.state)),
})

const load = ({ filters, after, signal }: Asked) =>
  call(listObjections, { query: { ...queryOf(filters), after } }, { signal })

/** What the public objects to: those that wait first, the oldest of them first. */
export function ObjectionsPage(): ReactNode {
  const { t } = useTranslation('publicity')
  return (
    <ListPage<Row>
      name="objections"
      title={t('objections')}
      intro={t('intro')}
      load={load}
      exportAs={(filters) =>
        download(exportObjections, { query: queryOf(filters) }, `${t('objections')}.xlsx`)
      }
      rowKey={({ id }) => id}
      columns={useColumns()}
      open={({ id }) => `/publicity/objections/${id}`}
      filters={[
        {
          key: 'state',
          label: t('state'),
          kind: 'choice',
          options: states.map((value) => ({ value, label: t(value === 'open' ? 'waiting' : 'answered') })),
        },
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    >
      <PublicityTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('publicity')
  return [
    { key: 'receipt', title: t('receipt'), cell: (row) => row.receipt },
    { key: 'subject', title: t('subject'), cell: (row) => row.subjectName ?? t('whole') },
    { key: 'round', title: t('round'), cell: (row) => row.roundName },
    { key: 'district', title: t('district'), cell: (row) => row.districtName },
    { key: 'text', title: t('text'), cell: (row) => beginning(row.text) },
    { key: 'filedAt', title: t('filedAt'), cell: (row) => dateTime(row.filedAt) },
    { key: 'state', title: t('state'), cell: (row) => <ObjectionState outcome={row.outcome} /> },
  ]
}

const shown = 40
const beginning = (text: string): string => (text.length > shown ? `${text.slice(0, shown)}…` : text)
