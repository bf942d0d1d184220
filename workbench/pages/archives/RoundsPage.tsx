import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count, dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { archivedRoundAddress } from './addresses.ts'
import { ArchiveTabs } from './ArchiveTabs.tsx'
import { roundsQuery } from './queries.ts'

/** Rounds whose result is final: what was frozen, and what can be printed. */
export function RoundsPage(): ReactNode {
  const { t } = useTranslation('archives')
  const { data, error, refetch } = useQuery(roundsQuery)
  return (
    <div className="gz-page">
      <PageHead title={t('title')} intro={t('intro')} />
      <ArchiveTabs />
      <section className="gz-card" aria-label={t('rounds')}>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Rounds rounds={data.rounds} />
        ) : (
          <Loading />
        )}
      </section>
    </div>
  )
}

type Rounds = NonNullable<Awaited<ReturnType<NonNullable<typeof roundsQuery.queryFn>>>>['rounds']

function Rounds({ rounds }: { rounds: Rounds }): ReactNode {
  const { t } = useTranslation('archives')
  if (rounds.length === 0) return <EmptyState title={t('none')} hint={t('noneHint')} />
  return (
    <Table
      dataSource={rounds}
      rowKey="id"
      pagination={false}
      size="middle"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('round'),
          key: 'round',
          render: (_, { id, name, year, placeName }) => (
            <>
              <Goto to={archivedRoundAddress(id)}>{name}</Goto>
              <div className="gz-faint">
                {placeName} · {year}
              </div>
            </>
          ),
        },
        { title: t('state'), key: 'state', render: (_, { state }) => <RoundMark state={state} /> },
        { title: t('results'), dataIndex: 'results', align: 'right', render: count },
        { title: t('notices'), dataIndex: 'notices', align: 'right', render: count },
        { title: t('stars'), dataIndex: 'stars', align: 'right', render: count },
        { title: t('version'), dataIndex: 'versions', align: 'right', render: count },
        {
          title: t('drawnAt'),
          dataIndex: 'drawnAt',
          render: (at: string) => <span className="gz-number">{dateTime(at)}</span>,
        },
      ]}
    />
  )
}

export function RoundMark({ state }: { state: 'final' | 'archived' }): ReactNode {
  const { t } = useTranslation('archives')
  return <StateTag kind={state === 'archived' ? 'ended' : 'done'} word={t(`states.${state}`)} />
}
