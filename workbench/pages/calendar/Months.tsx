import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpecialDayOfYear } from '../../../contracts/calendar/staff.ts'

interface MonthsProps {
  year: number
  days: SpecialDayOfYear[]
  /** Without a notice: the marks are only what the law gives. */
  provisional: boolean
}

const two = (n: number): string => String(n).padStart(2, '0')
/** The language's own names; weeks begin on Monday. */
const weekdays = (language: string) => {
  const short = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + i))
    return { short: short.format(day), long: long.format(day) }
  })
}

/** Twelve months; what is not as its weekday says carries a word, never a colour alone. */
export function Months({ year, days, provisional }: MonthsProps): ReactNode {
  const { t, i18n } = useTranslation('calendar')
  const special = new Map(days.map((one) => [one.day, one]))
  return (
    <section className="gz-card gz-months" aria-label={t('months')}>
      <div className="gz-section-head">
        <h2>{t('months')}</h2>
        <ul className="gz-months-legend">
          <li>
            <i className={provisional ? 'gz-day-mark gz-day-perhaps' : 'gz-day-mark gz-day-off'}>
              {t('mark.off')}
            </i>
            {t(provisional ? 'legend.perhaps' : 'legend.off')}
          </li>
          {!provisional && (
            <li>
              <i className="gz-day-mark gz-day-work">{t('mark.work')}</i>
              {t('legend.work')}
            </li>
          )}
          <li className="gz-faint">{t('legend.weekend')}</li>
        </ul>
      </div>
      <div className="gz-months-grid">
        {Array.from({ length: 12 }, (_, month) => (
          <Month
            key={month}
            year={year}
            month={month}
            names={weekdays(i18n.language)}
            special={special}
            provisional={provisional}
          />
        ))}
      </div>
    </section>
  )
}

interface MonthProps {
  year: number
  /** From 0. */
  month: number
  names: { short: string; long: string }[]
  special: Map<string, SpecialDayOfYear>
  provisional: boolean
}

function Month({ year, month, names, special, provisional }: MonthProps): ReactNode {
  const { t, i18n } = useTranslation('calendar')
  const title = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' })
  const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const weeks = Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, i) => week * 7 + i - before + 1),
  )
  const cell = (date: number, weekday: number) => {
    if (date < 1 || date > length) return <td key={weekday} aria-hidden />
    const one = special.get(`${year}-${two(month + 1)}-${two(date)}`)
    const weekend = weekday > 4
    const look = one
      ? provisional
        ? 'gz-day-perhaps'
        : `gz-day-${one.kind}`
      : weekend
        ? 'gz-day-weekend'
        : ''
    return (
      <td key={weekday} className={look} title={one?.festival}>
        {date}
        {one && (
          <i className="gz-day-mark">
            {t(`mark.${one.kind}`)}
            <span className="gz-hidden"> {one.festival}</span>
          </i>
        )}
      </td>
    )
  }
  return (
    <table className="gz-month">
      <caption>{title.format(new Date(Date.UTC(year, month, 1)))}</caption>
      <thead>
        <tr>
          {names.map(({ short, long }) => (
            <th key={long} scope="col">
              <span aria-hidden>{short}</span>
              <span className="gz-hidden">{long}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>{week.map(cell)}</tr>
        ))}
      </tbody>
    </table>
  )
}
