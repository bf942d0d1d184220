import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Receipt, receiptQuery } from '../../api/queries.ts'
import { useAsked } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { dayOf, dayWords } from '../../parts/format.ts'
import { Loading } from '../../parts/Loading.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { useTitle } from '../../parts/title.ts'
import { ReceiptForm } from './ReceiptForm.tsx'

/** What became of an objection, by the number that its sender was given. */
export function ReceiptPage(): ReactNode {
  const { t } = useWords()
  const { number, fresh } = useAsked('number', 'fresh')
  useTitle(t('receipt.title'))
  return (
    <>
      <h1>{t('receipt.title')}</h1>
      <div className="stack">
        {number && <Found key={number} number={number} isFresh={fresh === '1'} />}
        <section className="card noprint">
          <h2>{t(number ? 'receipt.another' : 'publicity.lookUp')}</h2>
          <ReceiptForm key={number} />
        </section>
      </div>
    </>
  )
}

function Found({ number, isFresh }: { number: string; isFresh: boolean }): ReactNode {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(receiptQuery(number))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section className="card" aria-live="polite">
      {isFresh && <p className="note good">{t('receipt.filed')}</p>}
      <p className="where">{t('receipt.number')}</p>
      <p className="number">{data.receipt}</p>
      {isFresh && <p>{t('receipt.keep')}</p>}
      <State receipt={data} />
      <h2>{t('receipt.about', { name: data.subjectName ?? data.roundName })}</h2>
      <p className="said">{data.text}</p>
    </section>
  )
}

function State({ receipt }: { receipt: Receipt }): ReactNode {
  const { t, language, either } = useWords()
  const filed = dayWords(dayOf(receipt.filedAt), language)
  const holder = either(receipt.heldBy, receipt.heldByEn)
  if (receipt.outcome === null || receipt.answeredAt === null)
    return (
      <p>
        <Tag tone="running">{t('receipt.waiting')}</Tag>{' '}
        {receipt.dueOn === null
          ? t('receipt.held', { filed, holder })
          : t('receipt.heldUntil', { filed, holder, due: dayWords(receipt.dueOn, language) })}
      </p>
    )
  return (
    <>
      <p>
        <Tag tone="done">{t(`outcomes.${receipt.outcome}`)}</Tag>{' '}
        {t('receipt.answered', { day: dayWords(dayOf(receipt.answeredAt), language), holder })}
      </p>
      <p className="said answer">{receipt.answer}</p>
    </>
  )
}
