import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, App, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { confirmReviews, getReview } from '../../../contracts/moderation/staff.ts'
import { handNames } from '../../../contracts/moderation/words.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { dateTime, score } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { useEnglish } from '../../parts/words.ts'
import { ReviewTag } from './marks.tsx'
import { RowReview } from './RowReview.tsx'
import './moderation.css'

type Page = Answer<typeof getReview>

/** One subject: the rows to look at, with their graders' readings, questions and answers; then the confirmation. */
export function ReviewPage(): ReactNode {
  const { t } = useTranslation('moderation')
  const { id = '' } = useParams({ strict: false })
  const [confirming, setConfirming] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['moderation', 'review', id],
    queryFn: ({ signal }) => call(getReview, { params: { id } }, { signal }),
  })
  const crumbs = [{ label: t('title'), to: `/moderation${data ? `?round=${data.review.roundId}` : ''}` }]
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('review')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const { review, rows } = data
  const waits = review.roundState === 'moderation' && review.state !== 'confirmed' && review.hash !== null
  const mayConfirm = waits && review.can['moderation.confirm'] === true
  return (
    <>
      <RecordPage
        title={review.name}
        crumbs={crumbs}
        state={<ReviewTag state={review.state} />}
        {...(mayConfirm
          ? {
              next: {
                label: t('confirm'),
                onClick: () => setConfirming(true),
                disabled: review.openQuestions > 0,
              },
            }
          : {})}
        groups={[{ title: t('score'), facts: factsOf(data, t), action: <ToScore page={data} /> }]}
        timeline={timelineOf(data, t)}
      >
        <Notes page={data} waits={waits} />
        {rows.length === 0 ? (
          <section className="gz-card">
            <EmptyState title={t('noRows')} hint={t('noRowsHint')} />
          </section>
        ) : (
          rows.map((row) => <RowReview key={row.id} row={row} review={review} />)
        )}
      </RecordPage>
      {confirming && <ConfirmDialog page={data} onClose={() => setConfirming(false)} />}
    </>
  )
}

function ToScore({ page: { review } }: { page: Page }): ReactNode {
  const { t } = useTranslation('moderation')
  return <Goto to={`/evaluation/rounds/${review.roundId}/subjects/${review.subjectId}`}>{t('toScore')}</Goto>
}

function Notes({ page: { review }, waits }: { page: Page; waits: boolean }): ReactNode {
  const { t } = useTranslation('moderation')
  const language = useEnglish() ? 'en' : 'zh'
  return (
    <>
      {waits && review.ownHand !== null && (
        <Alert type="info" showIcon title={t('own', { what: handNames[review.ownHand][language] })} />
      )}
      {review.state === 'changed' && <Alert type="warning" showIcon title={t('changedMeans')} />}
      {waits && review.openQuestions > 0 && (
        <Alert type="info" showIcon title={t('waitsForAnswer', { count: review.openQuestions })} />
      )}
    </>
  )
}

type Texts = ReturnType<typeof useTranslation<'moderation'>>['t']

function factsOf({ review }: Page, t: Texts) {
  return [
    { label: t('round'), value: review.roundName },
    { label: t('kind'), value: t(`kinds.${review.kind}`) },
    { label: t('district'), value: review.districtName },
    { label: t('total'), value: review.total === null ? null : score(review.total) },
    ...(review.band === null ? [] : [{ label: t('band'), value: review.band }]),
    ...(review.confirmedBy === null
      ? []
      : [
          { label: t('confirmedBy'), value: `${review.confirmedBy} · ${dateTime(review.confirmedAt ?? '')}` },
        ]),
    ...(review.hash === null
      ? []
      : [{ label: t('hash'), value: <code>{review.hash.slice(0, 16)}</code>, hint: t('hashHint') }]),
  ]
}

function timelineOf({ events }: Page, t: Texts) {
  return events.map((event) => ({
    id: `${event.kind} ${event.at}`,
    at: event.at,
    what: t(`events.${event.kind}`, { row: event.row ?? '' }),
    who: event.by ?? undefined,
    detail: event.note,
    ...(event.kind === 'confirmed' ? { kind: 'done' as const } : {}),
  }))
}

function ConfirmDialog({ page: { review }, onClose }: { page: Page; onClose: () => void }): ReactNode {
  const { t } = useTranslation('moderation')
  const { message } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(confirmReviews)
  const flagged = review.openFlags > 0
  return (
    <FormDialog<{ note?: string }>
      name="confirm-review"
      title={t('confirmTitle', { name: review.name })}
      intro={flagged ? t('confirmFlagged', { count: review.openFlags }) : t('confirmPlain')}
      submitLabel={t('confirm')}
      onClose={onClose}
      submit={async ({ note }) => {
        await mutateAsync({
          body: { reviews: [{ id: review.id, hash: review.hash ?? '' }], note: note?.trim() || null },
        })
        void message.success(t('confirmedCount', { count: 1 }))
        await client.invalidateQueries({ queryKey: ['moderation'] })
        await client.invalidateQueries({ queryKey: ['reviews'] })
      }}
    >
      <Field name="note" label={t('note')} hint={t('noteHint')} required={flagged}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </FormDialog>
  )
}
