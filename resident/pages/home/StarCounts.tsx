import type { ReactNode } from 'react'
import type { Round } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Stars } from '../../parts/Stars.tsx'
import { To } from '../../parts/To.tsx'

/** How many projects got how many stars, and the other lists with their ranks. */
export function StarCounts({ round }: { round: Round }): ReactNode {
  const { t } = useWords()
  const others = round.counts.filter(({ kind }) => kind !== 'compound')
  return (
    <section className="card">
      <h2>{t('home.lists')}</h2>
      <ul className="rowlinks">
        {round.stars.map(({ band, count }) => (
          <li key={band}>
            <To to="/results" search={{ round: round.id, kind: 'compound', band }}>
              <Stars band={band} /> <span className="count">{t('home.count', { count })}</span>
            </To>
          </li>
        ))}
        {others.map(({ kind, count }) => (
          <li key={kind} className="extra">
            <To to="/results" search={{ round: round.id, kind }}>
              {t(`kinds.${kind}`)} <span className="count">{t('home.count', { count })}</span>
            </To>
          </li>
        ))}
      </ul>
    </section>
  )
}
