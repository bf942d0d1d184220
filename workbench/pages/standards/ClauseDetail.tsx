import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { getClause } from '../../../contracts/standards/staff.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { ArrivalMark } from './ArrivalMark.tsx'
import { rowAddress } from './addresses.ts'
import { useLimitText, useMeasureText } from './limit-text.ts'
import { usePick, useTerm } from './names.ts'
import { clauseQuery } from './queries.ts'
import { RulingCard } from './RulingCard.tsx'
import { Undecided } from './Undecided.tsx'

type Detail = Answer<typeof getClause>

/** A clause in our own words, what each of its statements requires, and the rows that score it. */
export function ClauseDetail({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const { data, error, refetch } = useQuery(clauseQuery(id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={8} />
  const { clause, statements, limits, rulings, indicators } = data
  return (
    <div className="gz-drawer">
      <h2>{pick(clause.title, clause.titleEn)}</h2>
      <p>
        <span className="gz-faint">{t('clauseGist')}</span>
        {pick(clause.summary, clause.summaryEn)}
      </p>
      {statements.length > 0 && (
        <section className="gz-part" aria-label={t('part.statements')}>
          <h3>{t('part.statements')}</h3>
          <ul className="gz-plain">
            {statements.map((statement) => (
              <Statement key={statement.id} statement={statement} />
            ))}
          </ul>
        </section>
      )}
      <Limits limits={limits} />
      {indicators.length > 0 && (
        <section className="gz-part" aria-label={t('part.indicators')}>
          <h3>{t('part.indicators')}</h3>
          <ul className="gz-plain">
            {indicators.map((row) => (
              <li key={row.id}>
                <Goto to={rowAddress(row.id)}>
                  <span className="gz-number">{row.id}</span> {pick(row.indicator, row.indicatorEn)}
                </Goto>{' '}
                <span className="gz-faint gz-number">{t('points', { points: row.points })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rulings.length > 0 && (
        <section className="gz-part" aria-label={t('part.rulings')}>
          <h3>{t('part.rulings')}</h3>
          {rulings.map((ruling) => (
            <RulingCard key={ruling.id} ruling={ruling} />
          ))}
        </section>
      )}
    </div>
  )
}

const modals = { 应: 'shall', 宜: 'should', 可: 'may' } as const

function Statement({ statement }: { statement: Detail['statements'][number] }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const measure = useMeasureText()
  const term = useTerm()
  return (
    <li className="gz-statement">
      <p>
        <span className={`gz-modal gz-modal-${modals[statement.kind]}`}>{t(`modal.${statement.kind}`)}</span>{' '}
        {pick(statement.gist, statement.gistEn)}
      </p>
      {statement.requirements.map((required) => (
        <div key={required.id} className="gz-required">
          <p>
            <span className="gz-number gz-faint">{required.id}</span> {pick(required.title, required.titleEn)}
          </p>
          <p className="gz-faint">
            {t('requires', {
              who: term(required.who),
              per: t(`per.${required.per}`),
              measure: measure(required.comparator, required.limit),
            })}{' '}
            {required.limit.undecided && <Undecided />} <ArrivalMark arrival={required.fact.arrival} />
          </p>
        </div>
      ))}
      {statement.notCheckable && (
        <p className="gz-required gz-faint">
          {t('notCheckable', {
            reason: pick(statement.notCheckable.reason, statement.notCheckable.reasonEn),
          })}
        </p>
      )}
    </li>
  )
}

function Limits({ limits }: { limits: Detail['limits'] }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const text = useLimitText()
  if (limits.length === 0) return null
  return (
    <section className="gz-part" aria-label={t('part.limits')}>
      <h3>{t('part.limits')}</h3>
      <ul className="gz-plain">
        {limits.map((limit) => (
          <li key={limit.id}>
            {pick(limit.title, limit.titleEn)}
            {t('colon')}
            <strong>{text(limit.value, limit.unit)}</strong> {limit.undecided && <Undecided />}
          </li>
        ))}
      </ul>
    </section>
  )
}
