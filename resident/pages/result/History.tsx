import type { ReactNode } from 'react'
import type { Result } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { score } from '../../parts/format.ts'
import { Stars } from '../../parts/Stars.tsx'
import { To } from '../../parts/To.tsx'

type Year = Result['history'][number]

/** The years beside each other: bars from zero with their figures, and the same as a table. */
export function History({ page }: { page: Result }): ReactNode {
  const { t } = useWords()
  const scored = page.history.filter((year) => year.total !== null)
  if (scored.length < 2) return null
  return (
    <section className="card">
      <h2>{finding(scored, t)}</h2>
      <Bars years={scored} />
      <details>
        <summary>{t('history.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('history.year')}</th>
              <th scope="col">{t('history.total')}</th>
              <th scope="col">{t(page.subject.kind === 'compound' ? 'history.stars' : 'history.rank')}</th>
            </tr>
          </thead>
          <tbody>
            {page.history.map((year) => (
              <tr key={year.roundId}>
                <th scope="row">
                  <To to={`/results/${year.roundId}/${year.subjectId}`}>{String(year.year)}</To>
                </th>
                <td>{year.total === null ? t('results.notAssessed') : score(year.total)}</td>
                <td>
                  {page.subject.kind === 'compound' ? (
                    <Stars band={year.band} />
                  ) : (
                    `${year.rank ?? '–'} / ${year.of}`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

/** The title says what the bars show. */
function finding(years: readonly Year[], t: ReturnType<typeof useWords>['t']): string {
  const [before, now] = years.slice(-2)
  const change = Number(now?.total) - Number(before?.total)
  const words = { points: Math.abs(change).toFixed(2), year: before?.year ?? '' }
  if (Math.abs(change) < 0.005) return t('history.same', words)
  return t(change > 0 ? 'history.up' : 'history.down', words)
}

const [barWidth, gap, height, most] = [56, 24, 120, 100]

function Bars({ years }: { years: readonly Year[] }): ReactNode {
  const { t } = useWords()
  const width = years.length * (barWidth + gap) + gap
  const label = years
    .map((year) => t('history.bar', { year: year.year, total: score(year.total ?? '0') }))
    .join('；')
  return (
    <svg className="bars" viewBox={`0 0 ${width} ${height + 48}`} role="img" aria-label={label}>
      <line x1="0" x2={width} y1={height + 24} y2={height + 24} stroke="var(--line)" />
      {years.map((year, index) => {
        const tall = (Number(year.total) / most) * height
        const x = gap + index * (barWidth + gap)
        return (
          <g key={year.roundId}>
            <rect x={x} y={height + 24 - tall} width={barWidth} height={tall} fill="var(--bar)" />
            <text x={x + barWidth / 2} y={height + 16 - tall} textAnchor="middle">
              {score(year.total ?? '0')}
            </text>
            <text x={x + barWidth / 2} y={height + 42} textAnchor="middle">
              {year.year}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
