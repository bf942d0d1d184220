import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { getWorklist } from '../../../contracts/worklist/staff.ts'
import { dateTime } from '../../parts/format.ts'

type Happening = Answer<typeof getWorklist>['happenings'][number]

export function Happenings({ happenings }: { happenings: Happening[] }): ReactNode {
  const { t } = useTranslation('worklist')
  return (
    <section className="gz-card" aria-label={t('happenings')}>
      <div className="gz-section-head">
        <h2>{t('happenings')}</h2>
      </div>
      {happenings.length === 0 ? (
        <p className="gz-happenings-none gz-faint">{t('nothing')}</p>
      ) : (
        <ol className="gz-happenings">
          {happenings.map(({ id, at, summary }) => (
            <li key={id}>
              <time className="gz-faint gz-number" dateTime={at}>
                {dateTime(at)}
              </time>
              <span>{summary}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
