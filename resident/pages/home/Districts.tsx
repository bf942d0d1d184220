import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { placesQuery, type Round } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { To } from '../../parts/To.tsx'

/** Into the list by district. */
export function Districts({ round }: { round: Round }): ReactNode {
  const { t } = useWords()
  const { data } = useQuery(placesQuery(round.id))
  const districts = data?.districts.filter(({ projects }) => projects > 0) ?? []
  return (
    <section className="card">
      <h2>{t('home.byDistrict')}</h2>
      <ul className="tiles">
        {districts.map(({ id, name, projects }) => (
          <li key={id}>
            <To to="/results" search={{ round: round.id, kind: 'compound', district: id }}>
              {name} <span className="count">{t('home.projects', { count: projects })}</span>
            </To>
          </li>
        ))}
      </ul>
    </section>
  )
}
