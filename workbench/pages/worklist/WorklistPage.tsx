import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { getWorklist } from '../../../contracts/worklist/staff.ts'
import { call } from '../../api/client.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { FigureRow } from './FigureRow.tsx'
import { Happenings } from './Happenings.tsx'
import { TodoList } from './TodoList.tsx'
import './worklist.css'

/** The first page: what must I do now, how do we stand, what happened. */
export function WorklistPage(): ReactNode {
  const { t } = useTranslation('worklist')
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: ['worklist'],
    queryFn: ({ signal }) => call(getWorklist, {}, { signal }),
    // Others' work changes it too; a page left open must not go stale over lunch.
    refetchInterval: 120_000,
  })
  return (
    <div className="gz-page">
      <PageHead title={t('title')} />
      {data && (
        <>
          <TodoList todos={data.todos} asOf={new Date(dataUpdatedAt)} />
          <FigureRow figures={data.figures} />
          <Happenings happenings={data.happenings} />
        </>
      )}
      {!data && (
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      )}
    </div>
  )
}
