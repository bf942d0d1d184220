import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhistleRow } from '../../../../contracts/petitions/whistles.ts'
import { dateTime } from '../../../parts/format.ts'
import { CallTag } from './WhistleTag.tsx'

/** Each that was called: whether it came, when, and both ratings. */
export function CallTable({ whistle: { calls, dueAt } }: { whistle: WhistleRow }): ReactNode {
  const { t } = useTranslation('petitions')
  const stars = (rated: number | null) => (rated === null ? '—' : t('whistle.points', { count: rated }))
  return (
    <section className="gz-card" aria-label={t('whistle.called')}>
      <div className="gz-section-head">
        <h2>{t('whistle.called')}</h2>
      </div>
      <ul className="gz-calls">
        {calls.map((one) => (
          <li key={one.seq}>
            <div className="gz-calls-head">
              <strong>{one.name}</strong>
              <CallTag call={one} due={dueAt} />
            </div>
            <p className="gz-faint gz-number">
              {one.checkedInAt === null
                ? t('whistle.notYet')
                : t('whistle.cameAt', { at: dateTime(one.checkedInAt), who: one.checkedInBy ?? '' })}
              {one.latitude !== null &&
                one.longitude !== null &&
                ` · ${t('whistle.at', { latitude: one.latitude.toFixed(4), longitude: one.longitude.toFixed(4) })}`}
            </p>
            {one.note !== '' && <p>{one.note}</p>}
            <p className="gz-faint">
              {t('whistle.ratedByCaller')} {stars(one.rated)} · {t('whistle.ratedByCalled')}{' '}
              {stars(one.callRated)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
