import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../parts/table/Sideways.tsx'
import type { SpecialDayOfYear } from '../../../contracts/calendar/staff.ts'
import '../standards/table.css'

interface ArrangementsProps {
  days: SpecialDayOfYear[]
  provisional?: boolean
}

/** Runs of neighbouring days: ['01-01', '01-03']. */
function runs(days: readonly string[]): [string, string][] {
  const found: [string, string][] = []
  for (const day of days.toSorted()) {
    const open = found.at(-1)
    if (open && Date.parse(day) - Date.parse(open[1]) === 86_400_000) open[1] = day
    else found.push([day, day])
  }
  return found
}

/** Festival by festival, as the notice itself puts it. */
export function Arrangements({ days, provisional = false }: ArrangementsProps): ReactNode {
  const { t } = useTranslation('calendar')
  // By their days off: a make-up day may lie before another festival.
  const off = days.filter(({ kind }) => kind === 'off')
  const festivals = [...new Set([...off, ...days].map(({ festival }) => festival))]
  const of = (festival: string, kind: SpecialDayOfYear['kind']) =>
    days.filter((one) => one.festival === festival && one.kind === kind).map(({ day }) => day)
  const range = ([from, to]: [string, string]) => (from === to ? from : t('range', { from, to: to.slice(5) }))
  return (
    <section className="gz-card" aria-label={t('arrangements')}>
      <div className="gz-section-head">
        <h2>{t('arrangements')}</h2>
      </div>
      <Sideways>
        <table className="gz-standard gz-arrangements">
          <thead>
            <tr>
              <th scope="col">{t('festival')}</th>
              <th scope="col">{t(provisional ? 'legalOff' : 'off')}</th>
              <th scope="col" className="gz-standard-number">
                {t('daysOff')}
              </th>
              <th scope="col">{t('work')}</th>
            </tr>
          </thead>
          <tbody>
            {festivals.map((festival) => (
              <tr key={festival}>
                <th scope="row">{festival}</th>
                <td className="gz-number">{runs(of(festival, 'off')).map(range).join(t('comma'))}</td>
                <td className="gz-standard-number">{of(festival, 'off').length}</td>
                <td className="gz-number">
                  {provisional ? t('notYet') : of(festival, 'work').join(t('comma')) || t('none')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  )
}
