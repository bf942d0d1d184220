import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { Goto } from '../Goto.tsx'
import { useWords } from '../words.ts'
import type { ListColumn } from './types.ts'

interface RowCardsProps<Row> {
  label: string
  rows: Row[]
  rowKey: (row: Row) => string
  columns: ListColumn<Row>[]
  open: ((row: Row) => string) | undefined
  chosen: Row[] | null
  onChoose: (rows: Row[]) => void
}

/** The same rows on a phone: the first column heads a card, the others stand below with their names. */
export function RowCards<Row>({
  label,
  rows,
  rowKey,
  columns,
  open,
  chosen,
  onChoose,
}: RowCardsProps<Row>): ReactNode {
  const t = useWords()
  const [head, ...rest] = columns
  const picked = new Set(chosen?.map(rowKey))
  function toggle(row: Row): void {
    const key = rowKey(row)
    onChoose(picked.has(key) ? (chosen ?? []).filter((one) => rowKey(one) !== key) : [...(chosen ?? []), row])
  }
  return (
    <ul className="gz-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div className="gz-cards-head">
            {chosen && (
              <Checkbox
                checked={picked.has(rowKey(row))}
                onChange={() => toggle(row)}
                aria-label={t('list.choose')}
              />
            )}
            {open ? <Goto to={open(row)}>{head?.cell(row)}</Goto> : head?.cell(row)}
          </div>
          <dl>
            {rest.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd className={column.numeric ? 'gz-number' : undefined}>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
