import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exportRuns, type ImportRun, listRuns } from '../../../contracts/imports/staff.ts'
import { type RunState, runState, runStateNames } from '../../../contracts/imports/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { count, dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { RunStateTag } from './run-state.tsx'
import { templatesQuery, useKindTitle } from './templates.ts'

function stateOf(value: string | undefined): RunState | undefined {
  return runState.safeParse(value).data
}

const queryOf = ({ kind, state, mine }: Filters) =>
  ({
    kind: only(kind),
    state: stateOf(only(state)),
    mine: only(mine) === 'yes' ? 'yes' : undefined,
  }) as const

function load({ filters, after, signal }: Asked) {
  return call(listRuns, { query: { ...queryOf(filters), after } }, { signal })
}

/** Imports with their receipts: my own, and for overseers those of their jurisdiction. */
export function ImportsPage(): ReactNode {
  const { t, i18n } = useTranslation('imports')
  const english = i18n.language === 'en'
  const router = useRouter()
  const { data: offered } = useQuery(templatesQuery)
  const start = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => void router.navigate({ to: '/imports/new' })}
    >
      {t('new')}
    </Button>
  )
  const columns = useRunColumns()
  return (
    <ListPage<ImportRun>
      name="imports"
      title={t('title')}
      intro={t('intro')}
      actions={start}
      load={load}
      exportAs={(filters) => download(exportRuns, { query: queryOf(filters) }, `${t('title')}.xlsx`)}
      rowKey={({ id }) => id}
      columns={columns}
      open={({ id }) => `/imports/${id}`}
      filters={[
        {
          key: 'kind',
          label: t('kind'),
          kind: 'choice',
          options: (offered?.rows ?? []).map(({ kind, title: zh, titleEn }) => ({
            value: kind,
            label: english ? titleEn : zh,
          })),
        },
        {
          key: 'state',
          label: t('state'),
          kind: 'choice',
          options: runState.options.map((state) => ({
            value: state,
            label: english ? runStateNames[state].en : runStateNames[state].zh,
          })),
        },
        { key: 'mine', label: t('whose'), kind: 'choice', options: [{ value: 'yes', label: t('mine') }] },
      ]}
      empty={{ title: t('none'), hint: t('noneHint'), action: start }}
    />
  )
}

/** What was brought, and what became of it. */
function useRunColumns(): ListColumn<ImportRun>[] {
  const { t } = useTranslation('imports')
  const title = useKindTitle()
  return [
    { key: 'file', title: t('file'), cell: (run) => run.fileName },
    { key: 'kind', title: t('kind'), cell: title },
    { key: 'state', title: t('state'), cell: (run) => <RunStateTag state={run.state} /> },
    { key: 'created', title: t('counts.created'), cell: (run) => count(run.counts.created), numeric: true },
    { key: 'changed', title: t('counts.changed'), cell: (run) => count(run.counts.changed), numeric: true },
    { key: 'refused', title: t('counts.refused'), cell: (run) => count(run.counts.refused), numeric: true },
    { key: 'by', title: t('by'), cell: (run) => run.uploadedByName },
    { key: 'at', title: t('at'), cell: (run) => dateTime(run.uploadedAt) },
  ]
}
