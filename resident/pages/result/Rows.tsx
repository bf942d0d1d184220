import type { ReactNode } from 'react'
import type { Result } from '../../api/queries.ts'
import { useElderly } from '../../app/mode.ts'
import { useWords } from '../../app/words.ts'
import { points } from '../../parts/format.ts'

type Row = Result['rows'][number]

/** The rows with their reasons, group by group; a group that would tell of a person by its total alone. */
export function Rows({ page }: { page: Result }): ReactNode {
  const { t, either } = useWords()
  const elderly = useElderly()
  return (
    <section className="card">
      <h2>{t('result.rows')}</h2>
      <p className="extra where">{either(page.tableTitle, page.tableTitleEn)}</p>
      {page.groups.map((group, index) => (
        <details key={group.name} className="group" open={!elderly && index === firstOpen(page)}>
          <summary>
            <span>{either(group.name, group.nameEn)}</span>
            <span className="count">
              {Number(group.points) === 0
                ? t('result.groupDeduction', { got: points(group.got) })
                : t('result.outOf', { got: points(group.got), of: points(group.points) })}
            </span>
          </summary>
          {group.withheld && <p className="note">{t('result.withheld')}</p>}
          <ul className="rows">
            {page.rows
              .filter((row) => row.level1 === group.name)
              .map((row) => (
                <RowLine key={row.id} row={row} />
              ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

/** The first group whose rows may be shown. */
const firstOpen = (page: Result): number => page.groups.findIndex((group) => !group.withheld)

function RowLine({ row }: { row: Row }): ReactNode {
  const { t, either } = useWords()
  return (
    <li>
      <span className="rowname">
        {either(row.indicator, row.indicatorEn)}{' '}
        <span className="where extra">{t('result.by', { who: row.evaluator })}</span>
      </span>
      <span className="rowgot">{stateOf(row, t)}</span>
      {!row.withheld && <span className="reason">{either(row.why, row.whyEn)}</span>}
    </li>
  )
}

function stateOf(row: Row, t: ReturnType<typeof useWords>['t']): string {
  if (row.withheld || row.points === null || row.max === null) return t('result.inTotal')
  if (row.state === 'not-applicable') return t('result.notApplicable')
  return Number(row.printed) === 0
    ? t('result.groupDeduction', { got: points(row.points) })
    : t('result.outOf', { got: points(row.points), of: points(row.max) })
}
