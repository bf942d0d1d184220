import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { linkedQuery } from '../../api/claims.ts'
import { useParts } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { useTitle } from '../../parts/title.ts'
import { To } from '../../parts/To.tsx'
import { Course, Now } from './Course.tsx'

/** From a short message: without a login, and without anything of who reported it. */
export function LinkedPage(): ReactNode {
  const { t, either } = useWords()
  const { token } = useParts('token')
  const { data, error, refetch } = useQuery(linkedQuery(token))
  useTitle(t('claim.title'))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <h1>{either(data.categoryName, data.categoryNameEn)}</h1>
      <p className="where">
        {data.placeName} · {data.number}
      </p>
      <div className="stack">
        <Now claim={data} />
        <Course claim={data} />
        <section className="card">
          <p>{t('claim.linkedHint')}</p>
          <To to={`/mine/${data.number}`} className="button">
            {t('claim.openOwn')}
          </To>
        </section>
      </div>
    </>
  )
}
