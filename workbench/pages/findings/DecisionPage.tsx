import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { getDecision, settleDecision, withdrawDecision } from '../../../contracts/findings/staff.ts'
import { longest } from '../../../contracts/findings/words.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { EvidenceList } from '../../parts/evidence/EvidenceList.tsx'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../parts/form/ReasonField.tsx'
import { dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { decisionsAddress } from './addresses.ts'
import { DecisionTag } from './finding-states.tsx'

type Decision = Answer<typeof getDecision>
type Deed = 'decided' | 'rejected' | 'withdraw'

/** One decision: whom it concerns, by which ruling, who proposed it and who took it. */
export function DecisionPage(): ReactNode {
  const { t } = useTranslation('findings')
  const { id = '' } = useParams({ strict: false })
  const crumbs = [{ label: t('decisions'), to: decisionsAddress }]
  const [deed, setDeed] = useState<Deed | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['decisions', 'one', id],
    queryFn: ({ signal }) => call(getDecision, { params: { id } }, { signal }),
  })
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('decisions')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const may = data.can['findings.settle-decision'] === true
  const maySettle = may && data.state === 'proposed' && !data.mine
  return (
    <>
      <RecordPage
        title={data.name ?? t('proposalTitle', { row: data.row, about: data.about })}
        crumbs={crumbs}
        state={<DecisionTag state={data.state} />}
        intro={may && data.state === 'proposed' && data.mine ? t('ownProposal') : undefined}
        {...(maySettle ? { next: { label: t('decide'), onClick: () => setDeed('decided') } } : {})}
        actions={
          <>
            {maySettle && <Button onClick={() => setDeed('rejected')}>{t('reject')}</Button>}
            {may && data.state === 'decided' && (
              <Button onClick={() => setDeed('withdraw')}>{t('withdrawDecision')}</Button>
            )}
          </>
        }
        groups={groupsOf(data, t)}
      />
      {deed && <DeedDialog deed={deed} decision={data} onClose={() => setDeed(null)} />}
    </>
  )
}

type Texts = ReturnType<typeof useTranslation<'findings'>>['t']

const groupsOf = (data: Decision, t: Texts) => [
  {
    title: t('decision'),
    facts: [
      { label: t('row'), value: `${data.row} ${data.rowTitle}`, wide: true },
      { label: t('round'), value: data.roundName },
      { label: t('kind'), value: t(`kinds.${data.kind}`) },
      { label: t('about'), value: data.about },
      { label: t('subjects'), value: data.subjects },
      { label: t('ground'), value: t(`grounds.${data.ground}`) },
      { label: t('reason'), value: data.reason, wide: true },
      { label: t('evidence'), value: <EvidenceList evidence={data.evidence} />, wide: true },
    ],
  },
  {
    title: t('twoPersons'),
    facts: [
      { label: t('proposedBy'), value: `${data.proposedBy ?? ''} · ${dateTime(data.proposedAt)}` },
      {
        label: t('settledBy'),
        value:
          data.settledAt === null ? t('waiting') : `${data.settledBy ?? ''} · ${dateTime(data.settledAt)}`,
      },
      ...(data.note === '' ? [] : [{ label: t('note'), value: data.note, wide: true }]),
      ...(data.withdrawnReason === ''
        ? []
        : [{ label: t('withdrawReason'), value: data.withdrawnReason, wide: true }]),
    ],
  },
  {
    title: t('concerned'),
    facts: [{ label: t('subjects'), value: <Concerned decision={data} />, wide: true }],
  },
]

function Concerned({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('findings')
  const more = decision.subjects - decision.named.length
  return (
    <>
      {decision.named.map(({ id, name }) => (
        <span key={id}>
          <Goto to={`/evaluation/rounds/${decision.roundId}/subjects/${id}?row=${decision.row}`}>
            {name}
          </Goto>{' '}
        </span>
      ))}
      {more > 0 && <span className="gz-faint">{t('more', { count: more })}</span>}
    </>
  )
}

function DeedDialog({
  deed,
  decision,
  onClose,
}: {
  deed: Deed
  decision: Decision
  onClose: () => void
}): ReactNode {
  const { t } = useTranslation('findings')
  const { message } = App.useApp()
  const client = useQueryClient()
  const settle = useSubmit(settleDecision)
  const withdraw = useSubmit(withdrawDecision)
  const params = { id: decision.id }
  return (
    <FormDialog<{ note?: string; reason: string }>
      name={`${deed}-decision`}
      title={t(`deeds.${deed}`)}
      intro={t(`means.${deed}`, { count: decision.subjects })}
      submitLabel={t(`deeds.${deed}`)}
      onClose={onClose}
      submit={async ({ note = '', reason }) => {
        if (deed === 'withdraw') await withdraw.mutateAsync({ params, body: { reason } })
        else await settle.mutateAsync({ params, body: { outcome: deed, note } })
        void message.success(t('done'))
        await client.invalidateQueries({ queryKey: ['decisions'] })
      }}
    >
      {deed === 'withdraw' ? (
        <ReasonField label={t('withdrawReason')} />
      ) : (
        <Field name="note" label={t('note')} required={deed === 'rejected'}>
          <Input.TextArea rows={3} maxLength={longest.reason} />
        </Field>
      )}
    </FormDialog>
  )
}
