import type { ReactNode } from 'react'
import type { ResidentClaim } from '../../../contracts/petitions/own-public.ts'
import { photoAddress } from '../../api/claims.ts'
import { useWords } from '../../app/words.ts'
import { ClaimState } from '../../parts/ClaimState.tsx'
import { dayWords, lastDayOf, timeWords } from '../../parts/format.ts'
import './claim.css'

/** Who has it, until when, and what comes next: the first thing anybody wants to know. */
export function Now({ claim }: { claim: ResidentClaim }): ReactNode {
  const { t, language, either } = useWords()
  const due = claim.dueAt ?? claim.dueProvisional
  const day = due && dayWords(due.length === 10 ? due : lastDayOf(due), language)
  return (
    <section className="card now" aria-live="polite">
      <p className="line">
        <ClaimState state={claim.state} />
        {claim.isOverdue && <span className="fault">{t('claim.overdue')}</span>}
        {claim.isSuspended && <span className="where">{t('claim.suspended')}</span>}
      </p>
      {claim.heldBy && <p className="big">{t('claim.held', { who: claim.heldBy })}</p>}
      {claim.ledBy && claim.ledBy !== claim.heldBy && <p>{t('claim.led', { who: claim.ledBy })}</p>}
      {day && <p>{t(claim.dueAt ? 'claim.until' : 'claim.untilProvisional', { day })}</p>}
      <p>
        {t('claim.next')}
        {either(claim.next.zh, claim.next.en)}
      </p>
      {claim.why.length > 0 && (
        <details className="extra">
          <summary>{t('claim.why')}</summary>
          <ol className="steps">
            {claim.why.map((step) => (
              <li key={`${step.at}${step.zh}`}>{either(step.zh, step.en)}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** A copy: what reverses one is younger than the browsers in use. */
const latestFirst = <T,>(all: readonly T[]): T[] => all.reduceRight<T[]>((done, one) => [...done, one], [])

/** Everything that happened, the latest first. */
export function Course({ claim }: { claim: ResidentClaim }): ReactNode {
  const { t, language, either } = useWords()
  return (
    <section className="card">
      <h2>{t('claim.course')}</h2>
      <ol className="course">
        {latestFirst(claim.steps).map((step) => (
          <li key={step.seq}>
            <span className="where">{timeWords(step.at, language)}</span>
            <p>{either(step.zh, step.en)}</p>
            {step.note && <p className="said answer">{step.note}</p>}
            <Pictures number={claim.number} ids={step.photos} />
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Pictures({ number, ids }: { number: string; ids: readonly string[] }): ReactNode {
  const { t } = useWords()
  if (ids.length === 0) return null
  return (
    <p className="thumbs">
      {ids.map((id, i) => (
        <a key={id} href={photoAddress(number, id, 'preview')} target="_blank" rel="noreferrer">
          <img src={photoAddress(number, id, 'thumbnail')} alt={t('report.photo', { n: i + 1 })} />
        </a>
      ))}
    </p>
  )
}
