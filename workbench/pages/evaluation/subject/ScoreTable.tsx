import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../../app/screen.ts'
import { drawn, rounded, score as points } from '../../../parts/format.ts'
import { ProvenanceMark } from '../../../parts/marks/ProvenanceMark.tsx'
import { spans } from '../../../parts/table/spans.ts'
import { type OpeningButton, useOpeningRows } from '../../../parts/table/useOpeningRows.ts'
import { usePick, useTerm } from '../../standards/names.ts'
import { changeOf } from '../marks/change.ts'
import { ChangeMark } from '../marks/ChangeMark.tsx'
import { StaleMark } from '../marks/Provisional.tsx'
import type { ScoreRow, SubjectScore } from '../queries.ts'
import { RowPoints } from './RowPoints.tsx'
import '../../standards/standards.css'
import '../../standards/table.css'

interface ScoreTableProps {
  score: SubjectScore
  onOpen: (row: string) => void
}

/** 14 → "14", 2.5 → "2.5": as the table prints it. */
const printed = (figure: string): string => rounded(figure, 2).replace(/\.?0+$/, '')

/** The standard's own table with the points in it. */
export function ScoreTable({ score, onOpen }: ScoreTableProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const term = useTerm()
  const narrow = useNarrow()
  const opening = useOpeningRows(onOpen)
  if (narrow) return <ScoreList score={score} onOpen={onOpen} />
  const { rows } = score
  const first = spans(rows, (row) => row.level1)
  const second = spans(rows, (row) => `${row.level1} ${row.level2}`)
  const compared = rows.some((row) => row.before !== null)
  const title = pick(score.tableTitle, score.tableTitleEn)
  return (
    <section className="gz-card gz-standard-scroll" aria-label={title}>
      <table className="gz-standard gz-score">
        <caption className="gz-print-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.level1')}</th>
            <th scope="col">{t('column.level2')}</th>
            <th scope="col">{t('column.indicator')}</th>
            <th scope="col" className="gz-standard-number">
              {t('column.of')}
            </th>
            <th scope="col">{t('column.got')}</th>
            {compared && (
              <th scope="col" className="gz-standard-number">
                {t('column.change')}
              </th>
            )}
            <th scope="col">{t('column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} {...opening.row(row.id)}>
              {first[index] !== 0 && (
                <th scope="rowgroup" rowSpan={first[index]} className="gz-standard-level1">
                  {pick(row.level1, row.level1En)}
                  <GroupTotal score={score} name={row.level1} />
                </th>
              )}
              {second[index] !== 0 && (
                <td rowSpan={second[index]} className="gz-score-level2">
                  {pick(row.level2, row.level2En)}
                </td>
              )}
              <td className="gz-score-indicator">
                <button type="button" className="gz-standard-open" {...opening.button(row.id)}>
                  <span className="gz-number gz-faint">{row.id}</span> {pick(row.indicator, row.indicatorEn)}
                </button>
              </td>
              <td className="gz-standard-number">
                {row.mechanism === 'deduction' ? '' : printed(row.printed)}
              </td>
              <td className="gz-score-points">
                <RowPoints row={row} /> {row.stale && <StaleMark />}
              </td>
              {compared && (
                <td className="gz-standard-number">
                  {row.state !== 'missing' && <ChangeMark change={changeOf(row.points, row.before)} />}
                </td>
              )}
              <td>
                {row.provenance && <ProvenanceMark provenance={row.provenance} />}
                {row.state === 'missing' && (
                  <span className="gz-faint">{t('awaits', { evaluator: term(row.evaluator) })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function GroupTotal({ score, name }: { score: SubjectScore; name: string }): ReactNode {
  const { t } = useTranslation('evaluation')
  const group = score.groups.find((g) => g.name === name)
  if (!group) return null
  return (
    <span className="gz-standard-sum gz-number">
      {drawn(group.points) > 0 && drawn(group.known) < drawn(group.points) - 0.005
        ? t('subject.groupKnown', {
            got: points(group.got),
            known: printed(group.known),
            of: printed(group.points),
          })
        : `${points(group.got)}${drawn(group.points) > 0 ? ` / ${printed(group.points)}` : ''}`}
    </span>
  )
}

/** On a phone: one group below the other, each row with its points under its name. */
function ScoreList({ score, onOpen }: ScoreTableProps): ReactNode {
  const pick = usePick()
  const opening = useOpeningRows(onOpen)
  return score.groups.map((group) => {
    const rows = score.rows.filter((row) => row.level1 === group.name)
    return (
      <section key={group.name} className="gz-card gz-rowlist" aria-label={pick(group.name, group.nameEn)}>
        <h2>
          {pick(group.name, group.nameEn)} <GroupTotal score={score} name={group.name} />
        </h2>
        <ul>
          {rows.map((row) => (
            <ScoreItem key={row.id} row={row} button={opening.button(row.id)} />
          ))}
        </ul>
      </section>
    )
  })
}

function ScoreItem({ row, button }: { row: ScoreRow; button: OpeningButton }): ReactNode {
  const pick = usePick()
  return (
    <li>
      <button type="button" {...button} className="gz-score-item">
        <span className="gz-number gz-faint">{row.id}</span>
        <span>{pick(row.indicator, row.indicatorEn)}</span>
        <span className="gz-score-item-points">
          <RowPoints row={row} />
          {row.provenance && <ProvenanceMark provenance={row.provenance} />}
        </span>
      </button>
    </li>
  )
}
