import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../parts/table/Sideways.tsx'
import { type Arrival, arrivals } from '../../../contracts/standards/words.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { getCoverage } from '../../../contracts/standards/staff.ts'
import { drawn } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { Figure } from '../../parts/marks/Figure.tsx'
import { ArrivalMark } from './ArrivalMark.tsx'
import { clauseAddress } from './addresses.ts'
import { usePick, useTerm } from './names.ts'
import { coverageQuery } from './queries.ts'
import { StandardsHead } from './StandardsHead.tsx'
import './table.css'

type Coverage = Answer<typeof getCoverage>

/** What of the standard is computed, what people record, and what is still missing. */
export function CoveragePage(): ReactNode {
  const { t } = useTranslation('standards')
  const { data } = useSuspenseQuery(coverageQuery)
  const missing = data.requirements.find((r) => r.arrival === 'missing')?.count ?? 0
  return (
    <div className="gz-page">
      <StandardsHead title={t('page.coverage')} intro={t('coverageIntro')} />
      <section className="gz-card gz-coverage-figures" aria-label={t('coverage.statements')}>
        <Figure label={t('coverage.shall')} value={data.statements.shall} to="/standards/clauses" />
        <Figure
          label={t('coverage.required')}
          value={data.statements.required}
          to="/standards/requirements"
          note={t('coverage.requiredNote')}
        />
        <Figure
          label={t('coverage.notCheckable')}
          value={data.statements.notCheckable}
          note={t('coverage.notCheckableNote')}
        />
        <Figure
          label={t('coverage.missing')}
          value={missing}
          to="/standards/requirements?arrival=missing"
          note={t('coverage.missingNote')}
        />
      </section>
      <PointsByArrival tables={data.tables} />
      <ByClause clauses={data.clauses} />
    </div>
  )
}

/** Each table's 100 points as one bar, told apart by word and figure as well as by colour. */
function PointsByArrival({ tables }: Pick<Coverage, 'tables'>): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const term = useTerm()
  const shown = arrivals.filter((arrival) =>
    tables.some((table) => table.by.some((b) => b.arrival === arrival)),
  )
  return (
    <section className="gz-card" aria-label={t('coverage.points')}>
      <div className="gz-section-head">
        <h2>{t('coverage.points')}</h2>
      </div>
      <Sideways>
        <table className="gz-standard gz-coverage">
          <thead>
            <tr>
              <th scope="col">{t('coverage.table')}</th>
              <th scope="col" aria-label={t('coverage.bar')} />
              {shown.map((arrival) => (
                <th key={arrival} scope="col" className="gz-standard-number">
                  <span className={`gz-arrival-key gz-arrival-${arrival}`} aria-hidden />{' '}
                  {t(`arrival.${arrival}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <tr key={`${table.table} ${table.variant ?? ''}`}>
                <th scope="row">
                  <Goto to={`/standards/tables/${table.table}`}>
                    {table.table} {pick(table.title, table.titleEn)}
                  </Goto>
                  {table.variant !== null && <span className="gz-faint"> {term(table.variant)}</span>}
                </th>
                <td>
                  <Bar by={table.by} of={table.points} />
                </td>
                {shown.map((arrival) => (
                  <td key={arrival} className="gz-standard-number">
                    {table.by.find((b) => b.arrival === arrival)?.points ?? '0'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  )
}

function Bar({ by, of }: { by: { arrival: Arrival; points: string }[]; of: string }): ReactNode {
  return (
    <span className="gz-arrival-bar" aria-hidden>
      {by.map(({ arrival, points }) => (
        <span
          key={arrival}
          className={`gz-arrival-${arrival}`}
          style={{ width: `${(drawn(points) / drawn(of)) * 100}%` }}
        />
      ))}
    </span>
  )
}

function ByClause({ clauses }: Pick<Coverage, 'clauses'>): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const told = clauses.filter((clause) => clause.requirements.length + clause.notCheckable.length > 0)
  return (
    <section className="gz-card" aria-label={t('coverage.clauses')}>
      <div className="gz-section-head">
        <h2>{t('coverage.clauses')}</h2>
      </div>
      <Sideways>
        <table className="gz-standard">
          <thead>
            <tr>
              <th scope="col">{t('column.clause')}</th>
              <th scope="col">{t('column.requirement')}</th>
              <th scope="col">{t('column.fact')}</th>
              <th scope="col">{t('column.arrival')}</th>
            </tr>
          </thead>
          <tbody>
            {told.flatMap((clause) => {
              const lines = [
                ...clause.requirements.map((r) => ({ key: r.id, requirement: r, open: null })),
                ...clause.notCheckable.map((n) => ({ key: n.statement, requirement: null, open: n })),
              ]
              return lines.map(({ key, requirement, open }, index) => (
                <tr key={key}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={lines.length}>
                      <Goto to={clauseAddress(clause.id)}>
                        <span className="gz-number">{clause.id}</span> {pick(clause.title, clause.titleEn)}
                      </Goto>
                    </th>
                  )}
                  {requirement && (
                    <>
                      <td>{pick(requirement.title, requirement.titleEn)}</td>
                      <td>{pick(requirement.fact.title, requirement.fact.titleEn)}</td>
                      <td>
                        <ArrivalMark arrival={requirement.fact.arrival} />
                      </td>
                    </>
                  )}
                  {open && (
                    <td colSpan={3} className="gz-faint">
                      {t('notCheckable', { reason: pick(open.reason, open.reasonEn) })}
                    </td>
                  )}
                </tr>
              ))
            })}
          </tbody>
        </table>
      </Sideways>
    </section>
  )
}
