import { Table, type TableColumnType, type TableProps } from 'antd'
import type { MouseEvent, ReactNode } from 'react'
import { useRouter } from '@tanstack/react-router'
import { useNarrow } from '../../app/screen.ts'
import { Goto } from '../Goto.tsx'
import { RowCards } from './RowCards.tsx'
import type { ListColumn } from './types.ts'

interface ListTableProps<Row> {
  label: string
  rows: Row[]
  rowKey: (row: Row) => string
  columns: ListColumn<Row>[]
  open: ((row: Row) => string) | undefined
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  busy: boolean
  /** null when nothing can be done to several rows. */
  chosen: Row[] | null
  onChoose: (rows: Row[]) => void
}

type Order = 'ascend' | 'descend' | null

function orderOf(sort: string | undefined, key: string): Order {
  if (sort === key) return 'ascend'
  return sort === `-${key}` ? 'descend' : null
}

/** A click on a link, button or box inside the row is not a click on the row. */
function onOwnGround(event: MouseEvent): boolean {
  const target = event.target
  return (
    target instanceof Element &&
    target.closest('a, button, input, label, .ant-table-selection-column') === null
  )
}

export function ListTable<Row extends object>(props: ListTableProps<Row>): ReactNode {
  const { rows, rowKey, open, chosen, onChoose, onSort, sort } = props
  const router = useRouter()
  const narrow = useNarrow()
  if (narrow) return <RowCards {...props} />

  const columns = props.columns.map((column, index): TableColumnType<Row> => {
    const first = index === 0 && open
    return {
      key: column.key,
      title: column.title,
      align: column.numeric ? 'right' : 'left',
      ...(column.numeric ? { className: 'gz-number' } : {}),
      ...(column.width === undefined ? {} : { width: column.width }),
      sorter: column.sortable ?? false,
      sortOrder: orderOf(sort, column.key),
      render: (_, row) => (first ? <Goto to={first(row)}>{column.cell(row)}</Goto> : column.cell(row)),
    }
  })
  const changed: TableProps<Row>['onChange'] = (_page, _filters, sorter, { action }) => {
    if (action !== 'sort' || Array.isArray(sorter)) return
    const key = String(sorter.columnKey)
    onSort(sorter.order === 'descend' ? `-${key}` : sorter.order === 'ascend' ? key : undefined)
  }
  return (
    <Table<Row>
      aria-label={props.label}
      className={open ? 'gz-table gz-table-opens' : 'gz-table'}
      size="middle"
      dataSource={rows}
      rowKey={rowKey}
      columns={columns}
      loading={props.busy}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      // The library would read any field called `children` as rows within the row.
      expandable={{ childrenColumnName: 'rowsWithin' }}
      onChange={changed}
      onRow={(row) => ({
        onClick: (event) => {
          if (open && onOwnGround(event)) void router.navigate({ href: open(row) })
        },
      })}
      {...(chosen && {
        rowSelection: { selectedRowKeys: chosen.map(rowKey), onChange: (_keys, picked) => onChoose(picked) },
      })}
    />
  )
}
