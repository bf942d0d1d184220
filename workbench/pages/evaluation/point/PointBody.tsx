import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Goto } from '../../../parts/Goto.tsx'
import { score as points } from '../../../parts/format.ts'
import { ProvenanceMark } from '../../../parts/marks/ProvenanceMark.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { rowAddress } from '../../standards/addresses.ts'
import { usePick } from '../../standards/names.ts'
import { rowQuery } from '../../standards/queries.ts'
import { RowPapers } from '../../standards/RowPapers.tsx'
import { Undecided } from '../../standards/Undecided.tsx'
import { changeOf } from '../marks/change.ts'
import { ChangeMark } from '../marks/ChangeMark.tsx'
import { StaleMark } from '../marks/Provisional.tsx'
import type { FactDefinition, Point, SubjectScore } from '../queries.ts'
import { ownAddress } from '../record-address.ts'
import { RowPoints } from '../subject/RowPoints.tsx'
import { Declared } from './Declared.tsx'
import { PointActions } from './PointActions.tsx'
import { ReadingShown } from './ReadingShown.tsx'
import { Records } from './Records.tsx'

export interface PointBodyProps {
  score: SubjectScore
  point: Point
  /** The fact's definition where people record it; undefined where it is computed. */
  recordable: FactDefinition | undefined
  /** A fact was recorded here that the points do not show yet. */
  recorded: boolean
  onRecord: () => void
  /** The definition of a fact that people record. */
  definitionOf: (fact: string | null) => FactDefinition | undefined
  onCorrect: (entry: Point['declared'][number], fact: FactDefinition) => void
  onWithdrawn: () => void
  onRecomputed: () => void
}

export function PointBody(props: PointBodyProps): ReactNode {
  const { score, point } = props
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const { row } = point
  return (
    <div className="gz-drawer">
      <header>
        <p className="gz-faint">
          {pick(row.level1, row.level1En)} / {pick(row.level2, row.level2En)}
        </p>
        <h2>{pick(row.indicator, row.indicatorEn)}</h2>
      </header>
      <div className="gz-why">
        <p className="gz-why-sentence">{pick(row.why, row.whyEn)}</p>
        {row.warning && <Alert type="warning" showIcon title={pick(row.warning.zh, row.warning.en)} />}
        <p className="gz-why-marks">
          <RowPoints row={row} />
          {row.provenance && <ProvenanceMark provenance={row.provenance} />}
          {row.before !== null && (
            <span>
              {t('column.change')} <ChangeMark change={changeOf(row.points, row.before)} />
            </span>
          )}
          {row.undecided && <Undecided />}
          {row.stale && <StaleMark />}
        </p>
      </div>
      <PointActions {...props} />
      <ReadingShown point={point} />
      <Records records={point.records} score={score} />
      {row.provenance === 'computed' && <WhereCorrected score={score} />}
      <Declared
        entries={point.declared}
        row={row}
        definitionOf={props.definitionOf}
        onCorrect={props.onCorrect}
        onWithdrawn={props.onWithdrawn}
      />
      <Papers edition={score.round.edition} row={row.id} on={score.round.to} />
      <History history={point.history} />
    </div>
  )
}

/** What is reckoned from records is corrected in the records. */
function WhereCorrected({ score }: Pick<PointBodyProps, 'score'>): ReactNode {
  const { t } = useTranslation('evaluation')
  return (
    <p className="gz-faint">
      {t('point.computedFrom')}{' '}
      <Goto to={ownAddress(score.subject)}>{t('point.correctAt', { name: score.subject.name })}</Goto>
    </p>
  )
}

/** The papers as they stood at the end of the round's period. */
function Papers({ edition, row, on }: { edition: string; row: string; on: string }): ReactNode {
  const { t } = useTranslation('evaluation')
  const { data, error, refetch } = useQuery(rowQuery(edition, row, on))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={4} />
  return (
    <>
      <RowPapers papers={data} />
      <p>
        <Goto to={rowAddress(row)}>{t('point.inRulebook')}</Goto>
      </p>
    </>
  )
}

function History({ history }: Pick<Point, 'history'>): ReactNode {
  const { t } = useTranslation('evaluation')
  if (history.length < 2) return null
  return (
    <section className="gz-part" aria-label={t('point.history')}>
      <h3>{t('point.history')}</h3>
      <table className="gz-scale">
        <tbody>
          {history.map((year) => (
            <tr key={`${year.year} ${year.round}`}>
              <th scope="row" className="gz-number">
                {year.year}
              </th>
              <td>{year.round}</td>
              <td className="gz-standard-number gz-number">
                {year.state === 'missing' && t('row.missing')}
                {year.state === 'not-applicable' && t('row.notApplicable')}
                {(year.state === 'scored' || year.state === 'no-matter') &&
                  `${points(year.points)} / ${points(year.max)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
