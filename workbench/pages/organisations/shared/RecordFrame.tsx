import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Crumb, PageHead } from '../../../parts/PageHead.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'

interface RecordFrameProps<T> {
  query: UseQueryResult<T>
  title: string
  crumbs: Crumb[]
  children: (record: T) => ReactNode
}

/** Head and frame of a record that is still on its way, or that could not be had. */
export function RecordFrame<T>({ query, title, crumbs, children }: RecordFrameProps<T>): ReactNode {
  const { data, error, refetch } = query
  if (data !== undefined) return children(data)
  return (
    <div className="gz-page">
      <PageHead title={title} crumbs={crumbs} />
      <div className="gz-card">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />}
      </div>
    </div>
  )
}
