import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { getIncident } from '../../../contracts/findings/staff.ts'
import { call } from '../../api/client.ts'
import { EvidenceList } from '../../parts/evidence/EvidenceList.tsx'
import { date, dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { incidentAddress, incidentsAddress } from './addresses.ts'
import { IncidentTag } from './finding-states.tsx'
import { type IncidentDeed, IncidentDialogs } from './IncidentDialogs.tsx'

export type Incident = Answer<typeof getIncident>

/** One incident: the finding, its paper, what the enterprise says to it, and what it said before. */
export function IncidentPage(): ReactNode {
  const { t } = useTranslation('findings')
  const { id = '' } = useParams({ strict: false })
  const crumbs = [{ label: t('incidents'), to: incidentsAddress }]
  const [deed, setDeed] = useState<IncidentDeed | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['incidents', 'one', id],
    queryFn: ({ signal }) => call(getIncident, { params: { id } }, { signal }),
  })
  const groups = useGroups(data)
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('incidents')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const standing = data.state === 'standing'
  const mayChange = standing && data.can['findings.change-incident'] === true
  const mayState = standing && data.can['findings.state-on-incident'] === true
  return (
    <>
      <RecordPage
        title={t('incidentTitle', { number: data.number, enterprise: data.enterpriseName })}
        crumbs={crumbs}
        state={<IncidentTag state={data.state} />}
        intro={mayState ? t('howToAnswer') : undefined}
        {...(mayState
          ? {
              next: {
                label: t(data.statement ? 'restate' : 'doState'),
                onClick: () => setDeed('state'),
              },
            }
          : {})}
        actions={
          mayChange && (
            <>
              <Button onClick={() => setDeed('amend')}>{t('amend')}</Button>
              <Button onClick={() => setDeed('withdraw')}>{t('withdraw')}</Button>
            </>
          )
        }
        groups={groups}
        timeline={timelineOf(data, t)}
      />
      {deed && <IncidentDialogs deed={deed} incident={data} onClose={() => setDeed(null)} />}
    </>
  )
}

type Texts = ReturnType<typeof useTranslation<'findings'>>['t']

const timelineOf = (data: Incident, t: Texts) => {
  const now = {
    id: 'now',
    at: data.recordedAt,
    what: t(
      data.state === 'withdrawn'
        ? 'event.withdrawn'
        : data.earlier.length > 0
          ? 'event.amended'
          : 'event.recorded',
    ),
    who: data.recordedBy ?? undefined,
    detail: data.reason || undefined,
  }
  const before = data.earlier.map((one, index) => ({
    id: String(index),
    at: one.at,
    what: t('event.said', { severity: one.severity, document: one.documentNumber }),
    who: one.by ?? undefined,
    detail: one.reason || undefined,
  }))
  return [now, ...before]
}

function useGroups(data: Incident | undefined) {
  const { t } = useTranslation('findings')
  if (!data) return []
  return [
    {
      title: t('finding'),
      facts: [
        { label: t('row'), value: `${data.row} ${data.rowTitle}`, wide: true },
        { label: t('severity'), value: t('severityOf', { name: data.severity, points: data.points }) },
        { label: t('number'), value: data.number },
        { label: t('year'), value: data.year },
        { label: t('district'), value: data.districtName },
        { label: t('enterprise'), value: data.enterpriseName },
        { label: t('project'), value: data.projectName ?? '—' },
        { label: t('issuer'), value: data.issuer },
        { label: t('documentNumber'), value: data.documentNumber },
        { label: t('foundOn'), value: date(data.foundOn) },
        { label: t('summary'), value: data.summary, wide: true },
        { label: t('findingFile'), value: <EvidenceList evidence={data.evidence} />, wide: true },
        ...(data.alsoIn.length > 0
          ? [{ label: t('alsoIn'), value: <AlsoIn incident={data} />, wide: true }]
          : []),
      ],
    },
    ...(data.statement
      ? [
          {
            title: t('statement'),
            facts: [
              { label: t('statedBy'), value: data.statement.by ?? '' },
              { label: t('statedAt'), value: dateTime(data.statement.at) },
              { label: t('statementText'), value: data.statement.text, wide: true },
              {
                label: t('evidence'),
                value: <EvidenceList evidence={data.statement.evidence} />,
                wide: true,
              },
            ],
          },
        ]
      : []),
  ]
}

/** C23: the same incident in other rows counts once, where it weighs most. */
function AlsoIn({ incident }: { incident: Incident }): ReactNode {
  const { t } = useTranslation('findings')
  return (
    <>
      {incident.alsoIn.map(({ id, row, severity }) => (
        <Goto key={id} to={incidentAddress(id)}>
          {row} {severity}{' '}
        </Goto>
      ))}
      <span className="gz-faint">{t('countsOnce')}</span>
    </>
  )
}
