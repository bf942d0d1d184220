import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OwnClaim } from '../../../contracts/petitions/own-public.ts'
import { ownClaimQuery } from '../../api/claims.ts'
import { statusOf } from '../../api/problem.ts'
import { useAsked, useParts } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PhoneProof } from '../../parts/PhoneProof.tsx'
import { useTitle } from '../../parts/title.ts'
import { To } from '../../parts/To.tsx'
import { Course, Now, Pictures } from '../claim/Course.tsx'
import { Emergency } from '../file-claim/Emergency.tsx'
import '../file-claim/report.css'
import { Rate } from './Rate.tsx'
import { Verbs } from './Verbs.tsx'

/** One's own claim: who has it, what happened, and what one may do about it. */
export function OwnClaimPage(): ReactNode {
  const { t, either } = useWords()
  const { number } = useParts('number')
  const { fresh, danger } = useAsked('fresh', 'danger')
  const { data, error, refetch } = useQuery(ownClaimQuery(number))
  useTitle(t('claim.title'))
  if (error && statusOf(error) === 401)
    return <PhoneProof title={t('mine.prove')} hint={t('mine.proveHint')} onProved={() => void refetch()} />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      {fresh === '1' && <Thanks number={data.number} />}
      {danger === '1' && <Emergency strong />}
      <h1>{either(data.categoryName, data.categoryNameEn)}</h1>
      <p className="where">
        {data.placeName}
        {data.spot && ` · ${data.spot}`} · {data.number}
      </p>
      <div className="stack">
        <Now claim={data} />
        {data.may.rate && (
          <Rate key={JSON.stringify(data.rating)} claim={data} onDone={() => void refetch()} />
        )}
        <Said claim={data} />
        <Course claim={data} />
        <Verbs claim={data} onDone={() => void refetch()} />
      </div>
    </>
  )
}

function Thanks({ number }: { number: string }): ReactNode {
  const { t } = useWords()
  return (
    <section className="note good" role="status">
      <p>{t('claim.thanks')}</p>
      <p className="number">{number}</p>
      <p>{t('claim.keep')}</p>
      <To to="/mine">{t('mine.title')}</To>
    </section>
  )
}

function Said({ claim }: { claim: OwnClaim }): ReactNode {
  const { t } = useWords()
  if (claim.follows) return <p className="note">{t('claim.following')}</p>
  return (
    <section className="card">
      <h2>{t('claim.said')}</h2>
      <p className="said">{claim.content}</p>
      <Pictures number={claim.number} ids={claim.photos} />
      {claim.sealed && <p className="where">{t('claim.sealed')}</p>}
    </section>
  )
}
