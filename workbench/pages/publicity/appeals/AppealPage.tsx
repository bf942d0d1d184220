import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AppealPage as Page,
  getAppeal,
  withdrawAppeal,
} from '../../../../contracts/publicity/appeals.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { EvidenceList } from '../../../parts/evidence/EvidenceList.tsx'
import { dateTime, score } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { useSentence } from '../../../parts/states/sentence.ts'
import { useEnglish } from '../../../parts/words.ts'
import { ValueText } from '../../evaluation/facts/value-text.tsx'
import { AssignDialog } from './AssignDialog.tsx'
import { DecideForm } from './DecideForm.tsx'
import { AppealTag } from './marks.tsx'
import { Shifts } from './Shifts.tsx'
import '../publicity.css'

/** One appeal: what is said of which row, the evidence, who has it, and the answer with what it moved. */
export function AppealPage(): ReactNode {
  const { t } = useTranslation('publicity')
  const { id = '' } = useParams({ strict: false })
  const [assigning, setAssigning] = useState(false)
  const crumbs = [{ label: t('appeals.title'), to: '/publicity/appeals' }]
  const { data, error, refetch } = useQuery({
    queryKey: ['publicity', 'appeal', id],
    queryFn: ({ signal }) => call(getAppeal, { params: { id } }, { signal }),
  })
  const withdraw = useWithdraw(id)
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('appeals.title')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const { appeal, evidence, shifts } = data
  const open = appeal.state === 'open'
  return (
    <>
      <RecordPage
        title={`${appeal.number} ${appeal.subjectName}`}
        crumbs={crumbs}
        state={<AppealTag state={appeal.state} outcome={appeal.outcome} />}
        {...(appeal.assignee === null ? {} : { owner: appeal.assignee })}
        actions={
          <>
            {open && appeal.can['publicity.withdraw-appeal'] === true && (
              <Button onClick={withdraw}>{t('appeals.withdraw')}</Button>
            )}
            {open && appeal.can['publicity.assign-appeals'] === true && (
              <Button onClick={() => setAssigning(true)}>{t('appeals.assign')}</Button>
            )}
          </>
        }
        groups={[
          {
            title: t('appeals.what'),
            facts: [
              { label: t('appeals.appellant'), value: appeal.appellant },
              { label: t('round'), value: appeal.roundName },
              { label: t('filedAt'), value: dateTime(appeal.filedAt) },
              { label: t('file.evidence'), value: <EvidenceList evidence={evidence} />, wide: true },
            ],
            action: (
              <Goto to={`/evaluation/rounds/${appeal.roundId}/subjects/${appeal.subjectId}`}>
                {t('toScore')}
              </Goto>
            ),
          },
          ...(data.answer === null
            ? []
            : [
                {
                  title: t('answer.given'),
                  facts: [
                    ...(data.decidedBy === null ? [] : [{ label: t('answeredBy'), value: data.decidedBy }]),
                    { label: t('answeredAt'), value: dateTime(appeal.decidedAt ?? '') },
                    { label: t('answer.text'), value: data.answer, wide: true },
                  ],
                },
              ]),
        ]}
        {...(data.assignments.length > 0 ? { timeline: timelineOf(data, t) } : {})}
      >
        {data.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
        {open && appeal.can['publicity.decide-appeals'] === true && <DecideForm page={data} />}
        <Shifts shifts={shifts} />
      </RecordPage>
      {assigning && <AssignDialog id={id} onClose={() => setAssigning(false)} />}
    </>
  )
}

type Texts = ReturnType<typeof useTranslation<'publicity'>>['t']

const timelineOf = ({ assignments }: Page, t: Texts) =>
  assignments.map(({ at, by, to, reason }) => ({
    id: at,
    at,
    what: t('appeals.assignedTo', { name: to }),
    who: by ?? undefined,
    detail: reason,
  }))

function useWithdraw(id: string): () => void {
  const { t } = useTranslation('publicity')
  const { modal, message, notification } = App.useApp()
  const client = useQueryClient()
  const sentence = useSentence()
  const { mutateAsync } = useSubmit(withdrawAppeal)
  return () => {
    modal.confirm({
      title: t('appeals.withdrawAsk'),
      okText: t('appeals.withdraw'),
      onOk: async () => {
        try {
          await mutateAsync({ params: { id }, body: {} })
          void message.success(t('appeals.withdrawn'))
        } catch (error) {
          const { title, detail } = sentence(error)
          notification.error({ title, description: detail })
        }
        await client.invalidateQueries({ queryKey: ['publicity'] })
      },
    })
  }
}

function Row({ row }: { row: Page['rows'][number] }): ReactNode {
  const { t } = useTranslation('publicity')
  const english = useEnglish()
  const moved = row.pointsBefore !== null && row.pointsAfter !== null && row.pointsBefore !== row.pointsAfter
  return (
    <section className="gz-card gz-publicity-row" aria-label={`${row.id} ${row.indicator}`}>
      <div className="gz-section-head">
        <h2>
          <span className="gz-number">{row.id}</span> {english ? row.indicatorEn : row.indicator}
        </h2>
        {row.outcome !== null && <AppealTag state="decided" outcome={row.outcome} />}
      </div>
      <p className="gz-faint">
        {row.points !== null && (
          <span className="gz-number">
            {moved ? `${score(row.pointsBefore ?? '')} → ` : ''}
            {score(row.points)} / {score(row.max ?? '0')}
          </span>
        )}{' '}
        {english ? row.whyEn : row.why}
      </p>
      <p>
        <strong>{t('appeals.reason')}</strong> {row.reason}
      </p>
      {row.answer !== null && (
        <p>
          <strong>{t('answer.given')}</strong> {row.answer}
          {row.reading && (
            <>
              {' '}
              ({t('entered.decided')}: <ValueText recorded={row.reading} shape={row.shape ?? undefined} />)
            </>
          )}
        </p>
      )}
    </section>
  )
}
