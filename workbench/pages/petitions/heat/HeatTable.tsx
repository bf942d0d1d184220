import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { claimHeat } from '../../../../contracts/petitions/ledgers.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { claimsOf } from '../addresses.ts'
import './heat.css'

type Heat = Answer<typeof claimHeat>
const dayMs = 86_400_000
/** Shades are few, so that two cells that look alike are alike. */
const shadeOf = (many: number, most: number) => (many === 0 ? 0 : Math.max(1, Math.ceil((many / most) * 5)))
const sunday = (monday: string) => new Date(Date.parse(monday) + 6 * dayMs).toISOString().slice(0, 10)

/** The figures themselves, shaded: each opens its claims; nothing is said by shade alone. */
export function HeatTable({ heat: { weeks, categories, rows }, to }: { heat: Heat; to: string }): ReactNode {
  const { t } = useTranslation('petitions')
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  const names = new Map(categories.map(({ code, name }) => [code, name]))
  const [first] = rows
  return (
    <>
      {first && (
        <p className="gz-heat-says">
          {t('heat.says', {
            place: first.placeName,
            category: names.get(first.category) ?? first.category,
            count: first.total,
          })}
        </p>
      )}
      <Sideways>
        <table className="gz-heat" aria-label={t('heat.title')}>
          <thead>
            <tr>
              <th scope="col">{t('heat.compound')}</th>
              <th scope="col">{t('claim.category')}</th>
              {weeks.map((week) => (
                <th key={week} scope="col" className="gz-heat-week">
                  {t('heat.week', { day: week.slice(5) })}
                </th>
              ))}
              <th scope="col" className="gz-heat-number">
                {t('heat.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const name = names.get(row.category) ?? row.category
              const filters = { place: row.placeId, category: row.category }
              return (
                <tr key={`${row.placeId} ${row.category}`}>
                  <th scope="row">{row.placeName}</th>
                  <td>{name}</td>
                  {row.counts.map((many, index) => {
                    const week = weeks[index] ?? ''
                    const last = sunday(week)
                    return (
                      <td key={week} className={`gz-heat-cell gz-heat-${shadeOf(many, most)}`}>
                        {many === 0 ? (
                          <span className="gz-heat-zero">0</span>
                        ) : (
                          <Goto to={claimsOf({ ...filters, from: week, to: last < to ? last : to })}>
                            {many}
                          </Goto>
                        )}
                      </td>
                    )
                  })}
                  <td className="gz-heat-number">
                    <Goto to={claimsOf({ ...filters, from: weeks[0], to })}>{row.total}</Goto>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Sideways>
    </>
  )
}
