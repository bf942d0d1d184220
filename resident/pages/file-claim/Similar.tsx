import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { similarQuery } from '../../api/claims.ts'
import { useWords } from '../../app/words.ts'
import { ClaimState } from '../../parts/ClaimState.tsx'
import { dayWords } from '../../parts/format.ts'

interface SimilarProps {
  placeId: string | undefined
  category: string
  onJoin: (number: string) => void
}

/** Perhaps a neighbour has said it already: category, place, day and state, and a way to join. */
export function Similar({ placeId, category, onJoin }: SimilarProps): ReactNode {
  const { t, language, either } = useWords()
  const { data } = useQuery(similarQuery(placeId, category))
  if (!data || data.rows.length === 0) return null
  return (
    <details className="card similar">
      <summary>{t('report.similar', { count: data.rows.length })}</summary>
      <ul className="plain">
        {data.rows.map((row) => (
          <li key={row.number}>
            <p>
              <strong>{either(row.categoryName, row.categoryNameEn)}</strong> <ClaimState state={row.state} />
            </p>
            <p className="where">
              {row.placeName} · {dayWords(row.openedOn, language)}
            </p>
            <button type="button" className="button" onClick={() => onJoin(row.number)}>
              {t('report.join')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
