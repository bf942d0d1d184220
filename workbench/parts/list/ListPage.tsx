import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type Crumb, PageHead } from '../PageHead.tsx'
import { EmptyState } from '../states/EmptyState.tsx'
import { ErrorState } from '../states/ErrorState.tsx'
import { Loading } from '../states/Loading.tsx'
import { useWords } from '../words.ts'
import { BulkBar } from './BulkBar.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { ExportButton } from './ExportButton.tsx'
import { FilterRow } from './FilterRow.tsx'
import { ListTable } from './ListTable.tsx'
import { Pager } from './Pager.tsx'
import type { Asked, BulkAction, Filter, Filters, ListColumn, PageOf } from './types.ts'
import { useColumns } from './useColumns.ts'
import { useListAddress } from './useListAddress.ts'
import './list.css'

export interface ListPageProps<Row> {
  /** Stable name: key of the query and of the remembered columns. */
  name: string
  title: string
  crumbs?: Crumb[]
  intro?: ReactNode
  /** At the head's right end: at most one primary button. */
  actions?: ReactNode
  load: (asked: Asked) => Promise<PageOf<Row>>
  /** What the rows depend on besides the address, such as the place chosen in the top bar. */
  about?: string | undefined
  rowKey: (row: Row) => string
  columns: ListColumn<Row>[]
  filters?: Filter[]
  /** Address of the record behind a row; the first column becomes its link. */
  open?: (row: Row) => string
  bulk?: BulkAction<Row>[]
  /** Exports exactly what is filtered and ordered. */
  exportAs?: (filters: Filters, sort: string | undefined) => Promise<void>
  /** What will appear here and how to make it appear; shown when no filter is set. */
  empty: { title: string; hint: string; action?: ReactNode }
  /** Between head and filters: figures, a notice. */
  children?: ReactNode
}

/** The list every module uses: filters, order and page in the address; loading and errors keep the frame. */
export function ListPage<Row extends object>(props: ListPageProps<Row>): ReactNode {
  const { name, title, load, rowKey, filters = [], bulk = [], exportAs, empty } = props
  const t = useWords()
  const address = useListAddress()
  const columns = useColumns(name, props.columns)
  const [picked, setPicked] = useState<{ view: string; rows: Row[] }>({ view: '', rows: [] })
  const asked = { filters: address.filters, after: address.after, sort: address.sort }
  const view = JSON.stringify([props.about, asked])
  // Nothing may be done to rows that are no longer in sight.
  const chosen = picked.view === view ? picked.rows : []
  const setChosen = (rows: Row[]) => setPicked({ view, rows })
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery({
    queryKey: [name, 'list', props.about ?? '', asked],
    queryFn: ({ signal }) => load({ ...asked, signal }),
    placeholderData: keepPreviousData,
  })
  const filtered = filters.some(({ key }) => address.filters[key] !== undefined)

  function content(): ReactNode {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!data) return <Loading rows={10} />
    if (data.rows.length === 0 && filtered)
      return <EmptyState title={t('list.none')} hint={t('list.noneHint')} />
    if (data.rows.length === 0) return <EmptyState {...empty} />
    return (
      <ListTable
        label={title}
        rows={data.rows}
        rowKey={rowKey}
        columns={columns.shown}
        open={props.open}
        sort={address.sort}
        onSort={address.order}
        busy={isFetching && isPlaceholderData}
        chosen={bulk.length > 0 ? chosen : null}
        onChoose={setChosen}
      />
    )
  }

  return (
    <div className="gz-page">
      <PageHead title={title} crumbs={props.crumbs ?? []} intro={props.intro} actions={props.actions} />
      {props.children}
      <section className="gz-card gz-list" aria-label={title}>
        <div className="gz-list-tools gz-noprint">
          <FilterRow filters={filters} values={address.filters} onChange={address.filter} />
          <div className="gz-list-own">
            {exportAs && <ExportButton run={() => exportAs(address.filters, address.sort)} />}
            <ColumnChoice {...columns} />
          </div>
        </div>
        {chosen.length > 0 && (
          <BulkBar rows={chosen} actions={bulk} onClear={() => setChosen([])} onDone={() => void refetch()} />
        )}
        {content()}
        {data && data.rows.length > 0 && (
          <Pager
            shown={data.rows.length}
            total={data.total}
            page={address.page}
            next={data.next}
            onNext={address.forward}
            onBack={address.back}
          />
        )}
      </section>
    </div>
  )
}
