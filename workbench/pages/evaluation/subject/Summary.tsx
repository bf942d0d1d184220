import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count, score as points, today } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { RulingNote } from '../../standards/RulingNote.tsx'
import { usePick } from '../../standards/names.ts'
import { scoresAddress } from '../addresses.ts'
import { BandMark } from '../marks/BandMark.tsx'
import { ChangeMark } from '../marks/ChangeMark.tsx'
import { MissingMark } from '../marks/MissingMark.tsx'
import { Provisional, StaleMark } from '../marks/Provisional.tsx'
import type { SubjectScore } from '../queries.ts'
import { CityFigure } from './CityFigure.tsx'
import { Total } from '../scores/columns.tsx'

/** The total with its stars, what is still open in it, the rank and the change. */
export function Summary({ score }: { score: SubjectScore }): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const { subject, round } = score
  const lacking = (subject.missingRows ?? 0) > 0
  return (
    <section className="gz-card gz-summary" aria-label={t('column.total')}>
      <p className="gz-faint">{pick(score.tableTitle, score.tableTitleEn)}</p>
      <p className="gz-summary-total">
        <span className="gz-number">
          <Total row={subject} />
        </span>
        {subject.total !== null && <span className="gz-faint">{t('ofHundred')}</span>}
        {subject.total !== null && subject.kind === 'compound' && <BandMark band={subject.band} large />}
        {subject.total !== null && lacking && <Provisional />}
        {subject.stale && <StaleMark />}
      </p>
      {subject.bodyId !== null && (
        <div className="gz-summary-city">
          <CityFigure round={round.id} body={subject.bodyId} />
          <RulingNote id="C33" />
        </div>
      )}
      {lacking && (
        <p className="gz-summary-open">
          <MissingMark rows={subject.missingRows} />{' '}
          {t('subject.provisional', { points: points(subject.missing ?? '0') })}
        </p>
      )}
      {subject.total !== null && (
        <dl className="gz-summary-facts">
          {subject.rank !== null && (
            <div>
              <dt>{t('column.rank')}</dt>
              <dd>
                <Goto to={scoresAddress(round.id, subject.kind)}>
                  {t('rankOf', { rank: count(subject.rank), of: count(score.of) })}
                </Goto>{' '}
                {lacking && <Provisional />}
              </dd>
            </div>
          )}
          <div>
            <dt>{t('column.change')}</dt>
            <dd>
              <ChangeMark change={subject.change} incomparable={subject.incomparable} />
            </dd>
          </div>
          {!lacking && (
            <div>
              <dt>{t('column.data')}</dt>
              <dd>
                <MissingMark rows={subject.missingRows} />
              </dd>
            </div>
          )}
          {(subject.kind === 'compound' || subject.kind === 'enterprise') && (
            <div>
              <dt>{t('subject.service')}</dt>
              <dd>
                {t(round.to > today() ? 'subject.daysSoFar' : 'days', { count: subject.daysInService })}
              </dd>
            </div>
          )}
        </dl>
      )}
    </section>
  )
}
