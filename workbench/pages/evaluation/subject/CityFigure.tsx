import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count, score } from '../../../parts/format.ts'
import { cityFigureQuery } from '../queries.ts'
import '../marks/marks.css'

interface CityFigureProps {
  round: string
  /** The enterprise. */
  body: string
  /** Said before the figure where several stand together. */
  name?: string
}

/** An enterprise's figure for the whole city (C33), or why there is none for this reader. */
export function CityFigure({ round, body, name }: CityFigureProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const { data } = useQuery(cityFigureQuery(round, body))
  if (!data) return null
  const { total, why, households, districts } = data
  return (
    <span className="gz-city-figure">
      {name !== undefined && <span>{name}</span>}
      <span>{t('city.total')}</span>
      {total === null ? (
        <span className="gz-faint">{t(`city.${why ?? 'not-computed'}`)}</span>
      ) : (
        <>
          <strong className="gz-number">{score(total)}</strong>
          <span className="gz-faint">
            {t('city.weighed', {
              districts: districts.filter((one) => one.total !== null).length,
              shown: count(households),
            })}
          </span>
        </>
      )}
    </span>
  )
}
