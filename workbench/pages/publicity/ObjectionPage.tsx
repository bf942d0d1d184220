import { PhoneOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { getObjection, revealObjector } from '../../../contracts/publicity/staff.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import { ObjectionState } from './objection-state.tsx'

type Objection = Answer<typeof getObjection>

/** One objection: what is said to be wrong, of which result, and the answer that its sender reads. */
export function ObjectionPage(): ReactNode {
  const { t } = useTranslation('publicity')
  const { id = '' } = useParams({ strict: false })
  const crumbs = [{ label: t('objections'), to: '/publicity/objections' }]
  const [answering, setAnswering] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['publicity', 'objection', id],
    queryFn: ({ signal }) => call(getObjection, { params: { id } }, { signal }),
  })
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('objection')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const mayAnswer = data.outcome === null && data.can['publicity.answer-objections'] === true
  return (
    <>
      <RecordPage
        title={data.subjectName ?? t('whole')}
        crumbs={crumbs}
        state={<ObjectionState outcome={data.outcome} />}
        {...(mayAnswer ? { next: { label: t('answer.do'), onClick: () => setAnswering(true) } } : {})}
        groups={[
          {
            title: t('what'),
            facts: whatOf(data, t),
            ...(data.subjectId ? { action: <ToScore objection={data} /> } : {}),
          },
          ...(data.outcome === null ? [] : [{ title: t('answer.given'), facts: answerOf(data, t) }]),
        ]}
      />
      {answering && <AnswerDialog objection={data} onClose={() => setAnswering(false)} />}
    </>
  )
}

type Texts = ReturnType<typeof useTranslation<'publicity'>>['t']

const whatOf = (objection: Objection, t: Texts) => [
  { label: t('receipt'), value: objection.receipt },
  { label: t('round'), value: objection.roundName },
  { label: t('district'), value: objection.districtName },
  ...(objection.indicator === null ? [] : [{ label: t('row'), value: objection.indicator }]),
  { label: t('filedAt'), value: dateTime(objection.filedAt) },
  { label: t('text'), value: objection.text, wide: true },
  { label: t('contact.title'), value: <Contact objection={objection} />, wide: true },
]
const answerOf = (objection: Objection, t: Texts) => [
  { label: t('answeredAt'), value: dateTime(objection.answeredAt ?? '') },
  { label: t('answeredBy'), value: objection.answeredBy ?? '' },
  { label: t('answer.text'), value: objection.answer ?? '', wide: true },
]

function ToScore({ objection }: { objection: Objection }): ReactNode {
  const { t } = useTranslation('publicity')
  return (
    <Goto to={`/evaluation/rounds/${objection.roundId}/subjects/${objection.subjectId}`}>{t('toScore')}</Goto>
  )
}

/** Name and telephone are shown only when asked for: looking stands in the trail. */
function Contact({ objection }: { objection: Objection }): ReactNode {
  const { t } = useTranslation('publicity')
  const { mutate, data, error, isPending } = useSubmit(revealObjector)
  if (!objection.hasContact) return <span>{t('contact.none')}</span>
  if (data) return <span>{[data.name, data.phone].filter(Boolean).join(' · ')}</span>
  return (
    <>
      {error && <ErrorNote error={error} />}
      <Button
        icon={<PhoneOutlined />}
        loading={isPending}
        onClick={() => mutate({ params: { id: objection.id }, body: {} })}
      >
        {t('contact.show')}
      </Button>
      <p className="gz-faint">{t('contact.hint')}</p>
    </>
  )
}
