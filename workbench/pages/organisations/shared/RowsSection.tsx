import type { ReactNode } from 'react'
import { ListTable } from '../../../parts/list/ListTable.tsx'
import type { ListColumn } from '../../../parts/list/types.ts'
import '../../../parts/list/list.css'
import './organisations.css'

interface RowsSectionProps<Row> {
  title: string
  rows: Row[]
  rowKey: (row: Row) => string
  columns: ListColumn<Row>[]
  /** Said when there are no rows: what would stand here. */
  none: string
  open?: (row: Row) => string
  actions?: ReactNode
  /** Below the rows: a link to all of them. */
  children?: ReactNode
}

/** Rows that belong to a record, under their own heading. */
export function RowsSection<Row extends object>(props: RowsSectionProps<Row>): ReactNode {
  const { title, rows, rowKey, columns, none, open, actions, children } = props
  return (
    <section className="gz-card gz-list" aria-label={title}>
      <div className="gz-section-head">
        <h2>{title}</h2>
        {actions !== undefined && <div className="gz-rows-actions gz-noprint">{actions}</div>}
      </div>
      {rows.length === 0 ? (
        <p className="gz-rows-none gz-faint">{none}</p>
      ) : (
        <ListTable<Row>
          label={title}
          rows={rows}
          rowKey={rowKey}
          columns={columns}
          open={open}
          sort={undefined}
          onSort={() => undefined}
          busy={false}
          chosen={null}
          onChoose={() => undefined}
        />
      )}
      {children}
    </section>
  )
}
