import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../../app/screen.ts'
import { rounded } from '../../../parts/format.ts'
import { ProvenanceMark } from '../../../parts/marks/ProvenanceMark.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { spans } from '../../../parts/table/spans.ts'
import { useOpeningRows } from '../../../parts/table/useOpeningRows.ts'
import { usePick } from '../../standards/names.ts'
import type { Row, Task } from './queries.ts'
import { useSaid } from './said.ts'
import '../../standards/standards.css'
import '../../standards/table.css'

interface GradeTableProps {
  task: Task
  onOpen: (row: string) => void
}

const printed = (figure: string): string => rounded(figure, 2).replace(/\.?0+$/, '')

/** The task's rows as the standard's table prints them, with what is proposed and what is graded. */
export function GradeTable({ task, onOpen }: GradeTableProps): ReactNode {
  const { t } = useTranslation('grading')
  const pick = usePick()
  const narrow = useNarrow()
  const opening = useOpeningRows(onOpen)
  if (narrow) return <GradeList task={task} onOpen={onOpen} />
  const first = spans(task.rows, (row) => row.level1)
  const second = spans(task.rows, (row) => `${row.level1} ${row.level2}`)
  return (
    <section className="gz-card gz-standard-scroll" aria-label={t('task.rows')}>
      <table className="gz-standard">
        <thead>
          <tr>
            <th scope="col">{t('column.level1')}</th>
            <th scope="col">{t('column.level2')}</th>
            <th scope="col">{t('column.indicator')}</th>
            <th scope="col" className="gz-standard-number">
              {t('column.points')}
            </th>
            <th scope="col">{t('column.proposal')}</th>
            <th scope="col">{t('column.grade')}</th>
          </tr>
        </thead>
        <tbody>
          {task.rows.map((row, index) => (
            <tr key={row.id} {...opening.row(row.id)}>
              {first[index] !== 0 && (
                <th scope="rowgroup" rowSpan={first[index]} className="gz-standard-level1">
                  {pick(row.level1, row.level1En)}
                </th>
              )}
              {second[index] !== 0 && <td rowSpan={second[index]}>{pick(row.level2, row.level2En)}</td>}
              <td>
                <button type="button" className="gz-standard-open" {...opening.button(row.id)}>
                  <span className="gz-number gz-faint">{row.id}</span> {pick(row.indicator, row.indicatorEn)}
                </button>
              </td>
              <td className="gz-standard-number">{printed(row.points)}</td>
              <td>
                <ProposalLine row={row} />
              </td>
              <td>
                <GradeLine row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ProposalLine({ row }: { row: Row }): ReactNode {
  const said = useSaid()
  const [first] = row.proposals
  if (!first) return <span className="gz-faint">—</span>
  return (
    <>
      <span className="gz-number">{said(first.said, row)}</span>{' '}
      <ProvenanceMark provenance={first.provenance} />
    </>
  )
}

/** What is graded: the word, whether it departs from what was computed, how much evidence. */
export function GradeLine({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('grading')
  const said = useSaid()
  const { grade, question } = row
  return (
    <span className="gz-grading-line">
      {question !== null && <StateTag kind="warning" word={t('row.asked')} />}
      {grade === null ? (
        <StateTag kind="waiting" word={t('row.ungraded')} />
      ) : (
        <>
          <strong className="gz-number">{said(grade.said, row)}</strong>
          {grade.overrideReason !== null && <StateTag kind="info" word={t('row.overridden')} />}
          {grade.evidence.length > 0 && (
            <span className="gz-faint">{t('row.evidence', { count: grade.evidence.length })}</span>
          )}
        </>
      )}
    </span>
  )
}

/** On a phone: one group below the other. */
function GradeList({ task, onOpen }: GradeTableProps): ReactNode {
  const pick = usePick()
  const opening = useOpeningRows(onOpen)
  return [...Map.groupBy(task.rows, (row) => row.level1)].map(([level1, rows]) => (
    <section key={level1} className="gz-card gz-rowlist" aria-label={level1}>
      <h2>{pick(level1, rows[0]?.level1En)}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" {...opening.button(row.id)} className="gz-grading-item">
              <span className="gz-number gz-faint">{row.id}</span>
              <span>{pick(row.indicator, row.indicatorEn)}</span>
              <GradeLine row={row} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  ))
}
