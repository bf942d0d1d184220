import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { PagedDrawer } from '../../parts/PagedDrawer.tsx'
import { usePick } from './names.ts'
import { rowQuery } from './queries.ts'
import { RowPapers } from './RowPapers.tsx'

interface RowDrawerProps {
  edition: string
  /** The row that is open, or null. */
  row: string | null
  /** All rows of the table, for the way to the next. */
  rows: string[]
  title: string
  onOpen: (row: string) => void
  onClose: () => void
}

/** What a row of the rule-book rests on, beside its table. */
export function RowDrawer({ edition, row, rows, title, onOpen, onClose }: RowDrawerProps): ReactNode {
  return (
    <PagedDrawer
      title={row === null ? title : `${title} ${row}`}
      opened={row}
      all={rows}
      onOpen={onOpen}
      onClose={onClose}
    >
      {row !== null && <RowBody edition={edition} row={row} />}
    </PagedDrawer>
  )
}

function RowBody({ edition, row }: { edition: string; row: string }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const { data, error, refetch } = useQuery(rowQuery(edition, row))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={8} />
  return (
    <div className="gz-drawer">
      <h2>{pick(data.row.indicator, data.row.indicatorEn)}</h2>
      <p className="gz-faint">
        {pick(data.row.level1, data.row.level1En)} / {pick(data.row.level2, data.row.level2En)} ·{' '}
        {t('points', { points: data.row.points })}
      </p>
      <RowPapers papers={data} />
    </div>
  )
}
