import type { ReactNode } from 'react'
import { starsOf } from '../../contracts/publicity/words.ts'
import { useWords } from '../app/words.ts'

const all = [1, 2, 3, 4, 5]

/** The stars of a project with the word for them; a total below all bands says so. */
export function Stars({ band, large = false }: { band: string | null; large?: boolean }): ReactNode {
  const { t } = useWords()
  const stars = starsOf(band)
  const word = stars > 0 ? t(`stars.${stars as 3 | 4 | 5}`) : t('stars.none')
  return (
    <span className={large ? 'stars large' : 'stars'}>
      {stars > 0 && (
        <span aria-hidden="true" className="glyphs">
          {all.map((n) => (
            <span key={n} className={n <= stars ? 'on' : 'off'}>
              {n <= stars ? '★' : '☆'}
            </span>
          ))}
        </span>
      )}
      <span className="word">{word}</span>
    </span>
  )
}
