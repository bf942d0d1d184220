import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Found, Group } from './search-sources.ts'

interface SearchHitsProps {
  id: string
  groups: Group[]
  /** Key of the hit that Enter would open. */
  chosen: string | undefined
  onChoose: (hit: Found) => void
  /** Said when nothing is found; null while it is not known. */
  none: string | null
}

/** The list under the search box; the keyboard stays in the box. */
export function SearchHits({ id, groups, chosen, onChoose, none }: SearchHitsProps): ReactNode {
  const { t } = useTranslation('shell')
  const total = groups.reduce((sum, { found }) => sum + found.length, 0)
  return (
    <div className="gz-hits">
      <p className={total === 0 ? 'gz-hits-none' : 'gz-hidden'} role="status">
        {total === 0 ? none : t('search.found', { count: total })}
      </p>
      {total > 0 && (
        <div id={id} role="listbox" aria-label={t('search.results')}>
          {groups.map(({ group, found }) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div id={`${id}-${group}`} role="presentation" className="gz-hits-group">
                {t(`search.groups.${group}`)}
              </div>
              {found.map((hit) => (
                <Hit
                  key={hit.key}
                  id={`${id}-${hit.key}`}
                  hit={hit}
                  chosen={hit.key === chosen}
                  onChoose={onChoose}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

interface HitProps {
  id: string
  hit: Found
  chosen: boolean
  onChoose: (hit: Found) => void
}

function Hit({ id, hit, chosen, onChoose }: HitProps): ReactNode {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className="gz-hit"
      // The press must not take the focus away from the box before it is let go.
      onMouseDown={(event) => event.preventDefault()}
      onMouseUp={({ button }) => button === 0 && onChoose(hit)}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' })
      }}
    >
      <span>{hit.title}</span>
      {hit.note !== undefined && <span className="gz-faint">{hit.note}</span>}
    </div>
  )
}
