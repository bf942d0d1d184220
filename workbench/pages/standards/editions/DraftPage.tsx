import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../../../parts/LinkTabs.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { usePick } from '../names.ts'
import { draftAddress, draftsAddress } from './addresses.ts'
import { ChecksPanel } from './ChecksPanel.tsx'
import { Differences } from './Differences.tsx'
import { documentOf } from './document.ts'
import { DraftActions } from './DraftActions.tsx'
import { DraftTableView } from './DraftTableView.tsx'
import { HistoryView } from './HistoryView.tsx'
import { LimitsView } from './LimitsView.tsx'
import { PreviewView } from './PreviewView.tsx'
import { StateMark } from './StateMark.tsx'
import { TitleForm } from './TitleForm.tsx'
import { DraftProvider, useDraft } from './useDraft.tsx'
import '../standards.css'
import '../table.css'
import './editions.css'

const views = ['limits', 'head', 'differences', 'preview', 'history'] as const

/** An edition in the making: its tables as the standard prints them, checks beside them, and what it would change. */
export function DraftPage(): ReactNode {
  const { id, view } = useParams({ from: '/signed-in/shell/standards/drafts/$id/$view' })
  return (
    <DraftProvider key={id} id={id}>
      <Draft view={view} />
    </DraftProvider>
  )
}

function Draft({ view }: { view: string }): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const { draft, mayEdit } = useDraft()
  const tables = documentOf(draft).scheme.tables.map((table) => table.id)
  const tabs = [
    ...tables.map((table) => ({ key: table, label: t('view.table', { table }) })),
    ...views.map((key) => ({ key, label: t(`view.${key}`) })),
  ].map(({ key, label }) => ({ to: draftAddress(draft.id, key), label, here: key === view }))
  return (
    <div className="gz-page">
      <PageHead
        title={pick(draft.title, draft.titleEn)}
        crumbs={[{ label: t('title'), to: draftsAddress }]}
        beside={<StateMark state={draft.state} />}
        intro={t('page.intro', {
          code: draft.code,
          basedOn: draft.basedOn,
          from: `${draft.fromYear}-01-01`,
          version: draft.version,
        })}
        actions={<DraftActions />}
      />
      <LinkTabs label={t('view.label')} tabs={tabs} />
      {draft.note !== '' && (
        <Alert
          className="gz-note"
          type="warning"
          showIcon
          title={t(draft.state === 'withdrawn' ? 'page.withdrawnBecause' : 'page.returnedBecause', {
            by: draft.settledBy ?? '',
            reason: draft.note,
          })}
        />
      )}
      {!mayEdit && draft.state !== 'withdrawn' && (
        <p className="gz-faint">{t(`page.readOnly.${draft.state}`)}</p>
      )}
      {draft.state === 'published' ? null : <ChecksPanel />}
      <View view={view} tables={tables} />
    </div>
  )
}

function View({ view, tables }: { view: string; tables: readonly string[] }): ReactNode {
  if (tables.includes(view)) return <DraftTableView key={view} table={view} />
  switch (view) {
    case 'limits':
      return <LimitsView />
    case 'head':
      return <TitleForm />
    case 'differences':
      return <Differences />
    case 'preview':
      return <PreviewView />
    default:
      return <HistoryView />
  }
}
