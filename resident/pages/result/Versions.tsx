import type { ReactNode } from 'react'
import type { Result } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { dayOf, dayWords, score } from '../../parts/format.ts'

/** What was published of it in this round: a later version never removes an earlier one. */
export function Versions({ page }: { page: Result }): ReactNode {
  const { t, language } = useWords()
  if (page.versions.length < 2) return null
  return (
    <section className="card">
      <h2>{t('versions.title')}</h2>
      <ol className="versions">
        {page.versions.map((version) => (
          <li key={version.version}>
            {dayWords(dayOf(version.publishedAt), language)} {t(`versions.${version.kind}`)}：
            {version.total === null
              ? t('results.notAssessed')
              : t('results.points', { points: score(version.total) })}
            {version.note && <span className="where"> {version.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
