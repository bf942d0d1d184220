import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { foundPlacesQuery, type PlaceHit } from '../../api/claims.ts'
import { useWords } from '../../app/words.ts'

interface PlacePickProps {
  place: PlaceHit | null
  fault: string | undefined
  onPick: (place: PlaceHit | null) => void
}

/** Where: known from the code at the gate or from last time, else found by name, pinyin or code. */
export function PlacePick({ place, fault, onPick }: PlacePickProps): ReactNode {
  const { t } = useWords()
  return (
    <section className="field" aria-label={t('report.where')}>
      {place ? (
        <div className="chosen">
          <div>
            <strong>{place.name}</strong>
            <p className="where extra">{place.lies}</p>
          </div>
          <button type="button" className="button" onClick={() => onPick(null)}>
            {t('report.otherPlace')}
          </button>
        </div>
      ) : (
        <Finder onPick={onPick} wrong={fault !== undefined} />
      )}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  )
}

function Finder({ onPick, wrong }: { onPick: (place: PlaceHit) => void; wrong: boolean }): ReactNode {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const { data, isFetched } = useQuery(foundPlacesQuery(wanted))
  const hits = wanted === '' ? [] : (data?.rows ?? [])
  return (
    <>
      <label htmlFor="place">{t('report.where')}</label>
      <input
        id="place"
        type="search"
        value={typed}
        maxLength={60}
        autoComplete="off"
        placeholder={t('report.wherePlaceholder')}
        aria-invalid={wrong}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="hits" aria-live="polite">
        {hits.map((hit) => (
          <li key={hit.id}>
            <button type="button" onClick={() => onPick(hit)}>
              <strong>{hit.name}</strong>
              <span className="where">{hit.lies}</span>
            </button>
          </li>
        ))}
        {wanted !== '' && isFetched && hits.length === 0 && <li className="where">{t('report.noPlace')}</li>}
      </ul>
    </>
  )
}
