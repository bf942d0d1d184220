import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, App, Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import {
  decideCorrection,
  getCorrection,
  withdrawCorrection,
} from '../../../../contracts/publicity/corrections.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { EvidenceList } from '../../../parts/evidence/EvidenceList.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { count, dateTime, score } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { useEnglish } from '../../../parts/words.ts'
import { ValueText } from '../../evaluation/facts/value-text.tsx'
import { CorrectionTag } from '../appeals/marks.tsx'
import { Shifts } from '../appeals/Shifts.tsx'
import '../publicity.css'

type Page = Answer<typeof getCorrection>
type Deed = 'accept' | 'reject' | 'withdraw'

/** One correction: what was wrong, what counts instead, who proposed and decided, and every version that was shown. */
export function CorrectionPage(): ReactNode {
  const { t } = useTranslation('publicity')
  const { id = '' } = useParams({ strict: false })
  const [deed, setDeed] = useState<Deed | null>(null)
  const crumbs = [{ label: t('corrections.title'), to: '/publicity/corrections' }]
  const { data, error, refetch } = useQuery({
    queryKey: ['publicity', 'correction', id],
    queryFn: ({ signal }) => call(getCorrection, { params: { id } }, { signal }),
  })
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('corrections.title')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const { correction } = data
  const waits = correction.state === 'proposed'
  const mayDecide = waits && !correction.own && correction.can['publicity.decide-corrections'] === true
  return (
    <>
      <RecordPage
        title={`${correction.number} ${correction.subjectName}`}
        crumbs={crumbs}
        state={<CorrectionTag state={correction.state} />}
        {...(mayDecide ? { next: { label: t('corrections.accept'), onClick: () => setDeed('accept') } } : {})}
        actions={
          <>
            {mayDecide && <Button onClick={() => setDeed('reject')}>{t('corrections.reject')}</Button>}
            {waits && correction.own && (
              <Button onClick={() => setDeed('withdraw')}>{t('corrections.withdraw')}</Button>
            )}
          </>
        }
        groups={groupsOf(data, t)}
      >
        {waits && correction.own && <Alert type="info" showIcon title={t('corrections.ownProposal')} />}
        <Rows page={data} />
        <Shifts shifts={data.shifts} />
        <Versions page={data} />
      </RecordPage>
      {deed && <DeedDialog deed={deed} page={data} onClose={() => setDeed(null)} />}
    </>
  )
}

type Texts = ReturnType<typeof useTranslation<'publicity'>>['t']

const groupsOf = ({ correction, note, evidence }: Page, t: Texts) => [
  {
    title: t('corrections.what'),
    facts: [
      { label: t('round'), value: correction.roundName },
      ...(correction.proposedBy === null
        ? []
        : [
            {
              label: t('corrections.proposedBy'),
              value: `${correction.proposedBy} · ${dateTime(correction.proposedAt)}`,
            },
          ]),
      ...(correction.decidedAt === null
        ? []
        : [
            {
              label: t('corrections.decided'),
              value: [correction.decidedBy, dateTime(correction.decidedAt)].filter(Boolean).join(' · '),
            },
          ]),
      { label: t('corrections.reason'), value: correction.reason, wide: true },
      ...(note === null ? [] : [{ label: t('corrections.note'), value: note, wide: true }]),
      { label: t('file.evidence'), value: <EvidenceList evidence={evidence} />, wide: true },
    ],
    action: (
      <Goto to={`/evaluation/rounds/${correction.roundId}/subjects/${correction.subjectId}`}>
        {t('toScore')}
      </Goto>
    ),
  },
]

function Rows({ page: { rows } }: { page: Page }): ReactNode {
  const { t } = useTranslation('publicity')
  const english = useEnglish()
  const points = (value: string | null) => (value === null ? '—' : score(value))
  return (
    <section className="gz-card" aria-label={t('corrections.rows')}>
      <div className="gz-section-head">
        <h2>{t('corrections.rows')}</h2>
      </div>
      <div className="gz-publicity-scroll">
        <table className="gz-publicity-table">
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('entered.decided')}</th>
              <th scope="col">{t('corrections.reason')}</th>
              <th scope="col">{t('corrections.points')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.id} {english ? row.indicatorEn : row.indicator}
                </th>
                <td>
                  <ValueText recorded={row.reading} shape={undefined} />
                </td>
                <td>{row.reason}</td>
                <td className="gz-number">
                  {row.pointsBefore === null
                    ? points(row.points)
                    : `${points(row.pointsBefore)} → ${points(row.pointsAfter)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Versions({ page: { versions } }: { page: Page }): ReactNode {
  const { t } = useTranslation('publicity')
  return (
    <section className="gz-card" aria-label={t('corrections.versions')}>
      <div className="gz-section-head">
        <h2>{t('corrections.versions')}</h2>
      </div>
      <div className="gz-publicity-scroll">
        <table className="gz-publicity-table">
          <thead>
            <tr>
              <th scope="col">{t('corrections.version')}</th>
              <th scope="col">{t('corrections.publishedAt')}</th>
              <th scope="col">{t('shifts.total')}</th>
              <th scope="col">{t('shifts.band')}</th>
              <th scope="col">{t('shifts.rank')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((one) => (
              <tr key={one.version}>
                <th scope="row">
                  {one.version} · {t(`corrections.kinds.${one.kind}`)}
                </th>
                <td className="gz-number">{dateTime(one.publishedAt)}</td>
                <td className="gz-number">{one.total === null ? '—' : score(one.total)}</td>
                <td>{one.band ?? '—'}</td>
                <td className="gz-number">{one.rank === null ? '—' : count(one.rank)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function DeedDialog({ deed, page, onClose }: { deed: Deed; page: Page; onClose: () => void }): ReactNode {
  const { t } = useTranslation('publicity')
  const { message } = App.useApp()
  const client = useQueryClient()
  const decide = useSubmit(decideCorrection)
  const withdraw = useSubmit(withdrawCorrection)
  const params = { id: page.correction.id }
  return (
    <FormDialog<{ note?: string }>
      name={`${deed}-correction`}
      title={t(`corrections.${deed}`)}
      intro={t(`corrections.means.${deed}`)}
      submitLabel={t(`corrections.${deed}`)}
      onClose={onClose}
      submit={async ({ note = '' }) => {
        if (deed === 'withdraw') await withdraw.mutateAsync({ params, body: {} })
        else await decide.mutateAsync({ params, body: { accept: deed === 'accept', note } })
        void message.success(t('corrections.done'))
        await client.invalidateQueries({ queryKey: ['publicity'] })
        await client.invalidateQueries({ queryKey: ['corrections'] })
      }}
    >
      {deed !== 'withdraw' && (
        <Field name="note" label={t('corrections.note')} required>
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
      )}
    </FormDialog>
  )
}
