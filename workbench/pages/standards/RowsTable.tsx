import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { getTable, tableRow } from '../../../contracts/standards/staff.ts'
import { Sideways } from '../../parts/table/Sideways.tsx'
import { useNarrow } from '../../app/screen.ts'
import { Goto } from '../../parts/Goto.tsx'
import { spans } from '../../parts/table/spans.ts'
import { useOpeningRows } from '../../parts/table/useOpeningRows.ts'
import { ArrivalMark } from './ArrivalMark.tsx'
import { clauseAddress } from './addresses.ts'
import { usePick, useTerm } from './names.ts'
import { Undecided } from './Undecided.tsx'
import './table.css'

type Row = z.infer<typeof tableRow>

interface RowsTableProps {
  table: Answer<typeof getTable>['table']
  rows: Row[]
  onOpen: (row: string) => void
}

/** The table as the standard prints it: first and second level merged, clause and ruling beside each row. */
export function RowsTable({ table, rows, onOpen }: RowsTableProps): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const narrow = useNarrow()
  const opening = useOpeningRows(onOpen)
  if (narrow) return <RowList table={table} rows={rows} onOpen={onOpen} />
  const first = spans(rows, (row) => row.level1)
  const second = spans(rows, (row) => `${row.level1} ${row.level2}`)
  return (
    <Sideways>
      <table className="gz-standard">
        <thead>
          <tr>
            <th scope="col">{t('column.level1')}</th>
            <th scope="col">{t('column.level2')}</th>
            <th scope="col">{t('column.indicator')}</th>
            <th scope="col" className="gz-standard-number">
              {t('column.points')}
            </th>
            <th scope="col">{t('column.evaluator')}</th>
            <th scope="col">{t('column.mechanism')}</th>
            <th scope="col">{t('column.arrival')}</th>
            <th scope="col">{t('column.papers')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} {...opening.row(row.id)}>
              {first[index] !== 0 && (
                <th scope="rowgroup" rowSpan={first[index]} className="gz-standard-level1">
                  {pick(row.level1, row.level1En)}
                  <GroupPoints table={table} name={row.level1} />
                </th>
              )}
              {second[index] !== 0 && <td rowSpan={second[index]}>{pick(row.level2, row.level2En)}</td>}
              <td>
                <button type="button" className="gz-standard-open" {...opening.button(row.id)}>
                  <span className="gz-number">{row.id}</span> {pick(row.indicator, row.indicatorEn)}
                </button>
                <Variant row={row} />
              </td>
              <td className="gz-standard-number">{row.points}</td>
              <td>
                <Evaluator row={row} />
              </td>
              <td>
                {t(`mechanism.${row.mechanism}`)} {row.undecided && <Undecided />}
              </td>
              <td>{row.arrival && <ArrivalMark arrival={row.arrival} />}</td>
              <td className="gz-standard-papers">
                <RowReferences row={row} onOpen={onOpen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

function Evaluator({ row }: { row: Row }): ReactNode {
  return useTerm()(row.evaluator)
}

function Variant({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('standards')
  const term = useTerm()
  return row.variant === null ? null : (
    <span className="gz-faint"> {t('onlyVariant', { variant: term(row.variant) })}</span>
  )
}

function GroupPoints({ table, name }: { table: RowsTableProps['table']; name: string }): ReactNode {
  const { t } = useTranslation('standards')
  const group = table.groups.find((g) => g.name === name)
  return group ? (
    <span className="gz-standard-sum gz-number">{t('points', { points: group.points })}</span>
  ) : null
}

/** Clauses lead to their text; a ruling opens with the row. */
function RowReferences({ row, onOpen }: { row: Row; onOpen: (row: string) => void }): ReactNode {
  const pick = usePick()
  return (
    <>
      {row.clauses.map((clause) => (
        <Goto key={clause.id} to={clauseAddress(clause.id)} className="gz-number">
          {clause.id}
        </Goto>
      ))}
      {row.rulings.map((ruling) => (
        <button
          key={ruling.id}
          type="button"
          className="gz-ruling-chip gz-number"
          title={pick(ruling.title, ruling.titleEn)}
          onClick={() => onOpen(row.id)}
        >
          {ruling.id}
        </button>
      ))}
    </>
  )
}

/** On a phone the rows stand below their group, points at the right. */
function RowList({ table, rows, onOpen }: RowsTableProps): ReactNode {
  const pick = usePick()
  const opening = useOpeningRows(onOpen)
  return table.groups.map((group) => (
    <section key={group.name} className="gz-rowlist" aria-label={pick(group.name, group.nameEn)}>
      <h2>
        {pick(group.name, group.nameEn)} <GroupPoints table={table} name={group.name} />
      </h2>
      <ul>
        {rows
          .filter((row) => row.level1 === group.name)
          .map((row) => (
            <li key={row.id}>
              <button type="button" {...opening.button(row.id)}>
                <span className="gz-number gz-faint">{row.id}</span>
                <span>
                  {pick(row.indicator, row.indicatorEn)} <Variant row={row} />
                </span>
                <span className="gz-number">{row.points}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  ))
}
