import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getRun, type ImportRun } from '../../../contracts/imports/staff.ts'
import type { Decision } from '../../../contracts/imports/words.ts'
import { call } from '../../api/client.ts'
import { dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProgressTask } from '../../parts/ProgressTask.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { BadRows } from './BadRows.tsx'
import { ConfirmBox } from './ConfirmBox.tsx'
import { CountRow } from './CountRow.tsx'
import { Duplicates } from './Duplicates.tsx'
import { Outcomes } from './Outcomes.tsx'
import { Receipt } from './Receipt.tsx'
import { isUnderWay, RunStateTag } from './run-state.tsx'
import { useKindTitle } from './templates.ts'
import './imports.css'

export type Decisions = Record<string, Decision>

/** One import from the check to the receipt; what to do next stands first. */
export function RunPage(): ReactNode {
  const { t } = useTranslation('imports')
  const title = useKindTitle()
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', 'run', id],
    queryFn: ({ signal }) => call(getRun, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.state) ? 1000 : false),
  })
  const crumbs = [{ label: t('title'), to: '/imports' }]
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('run')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  return (
    <div className="gz-page">
      <PageHead
        title={data.fileName}
        crumbs={crumbs}
        beside={<RunStateTag state={data.state} />}
        intro={t('uploaded', {
          kind: title(data),
          by: data.uploadedByName,
          at: dateTime(data.uploadedAt),
        })}
      />
      <Run key={data.state} run={data} />
    </div>
  )
}

function Run({ run }: { run: ImportRun }): ReactNode {
  const { t } = useTranslation('imports')
  const [decisions, setDecisions] = useState<Decisions>({})
  const { state, counts } = run
  const toConfirm = state === 'checked' || state === 'interrupted'
  const mine = run.can['imports.open-rows'] === true
  const settled = mine && (toConfirm || state === 'imported')
  if (isUnderWay(state))
    return (
      <ProgressTask
        title={t(state === 'waiting-check' || state === 'checking' ? 'checkingTitle' : 'importingTitle')}
        state={state.startsWith('waiting') ? 'waiting' : 'running'}
        doing={t(`doing.${state}`)}
        done={run.rowsDone}
        total={run.rowsTotal}
        startedAt={run.uploadedAt}
      />
    )
  return (
    <>
      <Notices run={run} />
      {state === 'imported' && <Receipt run={run} />}
      {toConfirm && <CountRow counts={counts} />}
      {toConfirm && run.can['imports.confirm'] && <ConfirmBox run={run} decisions={decisions} />}
      {toConfirm && mine && counts.perhapsSame > 0 && (
        <Duplicates run={run} decisions={decisions} onDecide={setDecisions} />
      )}
      {state !== 'discarded' && mine && counts.refused > 0 && <BadRows run={run} />}
      {settled && counts.changed > 0 && <Outcomes run={run} outcome="changed" />}
      {settled && counts.created > 0 && <Outcomes run={run} outcome="created" />}
    </>
  )
}

function Notices({ run }: { run: ImportRun }): ReactNode {
  const { t, i18n } = useTranslation('imports')
  const problem = run.problem && (i18n.language === 'en' ? run.problem.en : run.problem.zh)
  const again = `/imports/new?kind=${run.kind}`
  return (
    <>
      {problem && (
        <Alert
          type={run.state === 'unreadable' ? 'error' : 'warning'}
          showIcon
          title={problem}
          {...(run.state === 'unreadable' ? { action: <Goto to={again}>{t('uploadAgain')}</Goto> } : {})}
        />
      )}
      {run.state === 'discarded' && (
        <Alert
          type="info"
          showIcon
          title={t('discarded')}
          action={<Goto to={again}>{t('uploadAgain')}</Goto>}
        />
      )}
      {run.earlier && (
        <Alert
          type="info"
          showIcon
          title={t('earlier', { at: dateTime(run.earlier.at) })}
          action={<Goto to={`/imports/${run.earlier.id}`}>{t('earlierOpen')}</Goto>}
        />
      )}
      {run.warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
    </>
  )
}
