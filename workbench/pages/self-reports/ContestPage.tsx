import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { getContest } from '../../../contracts/self-reports/staff.ts'
import { call } from '../../api/client.ts'
import { EvidenceList } from '../../parts/evidence/EvidenceList.tsx'
import { dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { usePick, useTerm } from '../standards/names.ts'
import { contestsAddress, pointAddress, reportAddress } from './addresses.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { ContestState } from './contest-state.tsx'
import { useEnteredText } from './said-text.ts'

type Contest = Answer<typeof getContest>

/** One contested row: what stands, what the body says instead, its reason and evidence, and the answer. */
export function ContestPage(): ReactNode {
  const { t } = useTranslation('self-reports')
  const { id = '' } = useParams({ strict: false })
  const crumbs = [{ label: t('contests'), to: contestsAddress }]
  const [answering, setAnswering] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['self-reports', 'contest', id],
    queryFn: ({ signal }) => call(getContest, { params: { id } }, { signal }),
  })
  const groups = useGroups(data)
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('contests')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const may =
    data.outcome === null && data.stage === 'grading' && data.can['self-reports.answer-contest'] === true
  return (
    <>
      <RecordPage
        title={t('contest.titleOf', { name: data.name, row: data.row })}
        crumbs={crumbs}
        state={<ContestState outcome={data.outcome} />}
        intro={data.outcome === null && data.stage === 'self-report' ? t('contest.notYet') : undefined}
        {...(may ? { next: { label: t('contest.answer'), onClick: () => setAnswering(true) } } : {})}
        groups={groups}
      />
      {answering && <AnswerDialog contest={data} onClose={() => setAnswering(false)} />}
    </>
  )
}

function useGroups(data: Contest | undefined) {
  const { t } = useTranslation('self-reports')
  const pick = usePick()
  const term = useTerm()
  const text = useEnteredText()
  if (!data) return []
  return [
    {
      title: t('contest.what'),
      action: <Goto to={reportAddress(data.reportId)}>{t('contest.toReport')}</Goto>,
      facts: [
        { label: t('indicator'), value: `${data.row} ${data.rowTitle}`, wide: true },
        { label: t('district'), value: data.districtName },
        { label: t('evaluator'), value: term(data.evaluator) },
        { label: t('contest.at'), value: dateTime(data.contestedAt) },
        {
          label: t('contest.stands'),
          value: (
            <>
              <p>{pick(data.why, data.whyEn)}</p>
              <Goto to={pointAddress(data.roundId, data.subjectId, data.row)}>{t('records')}</Goto>
            </>
          ),
          wide: true,
        },
        { label: t('claimed'), value: text(data.claimed) || t('contest.unnamed') },
        { label: t('reason'), value: data.reason, wide: true },
        { label: t('evidenceNote'), value: data.evidenceNote || '—', wide: true },
        { label: t('evidence'), value: <EvidenceList evidence={data.evidence} />, wide: true },
      ],
    },
    ...(data.outcome === null
      ? []
      : [
          {
            title: t('contest.given'),
            facts: [
              { label: t('contest.by'), value: data.answeredBy ?? '' },
              { label: t('contest.answeredAt'), value: dateTime(data.answeredAt ?? '') },
              { label: t('reason'), value: data.answer ?? '', wide: true },
            ],
          },
        ]),
  ]
}
