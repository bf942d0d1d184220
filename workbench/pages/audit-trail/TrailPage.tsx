import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exportEntries, listEntries } from '../../../contracts/audit-trail/staff.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { useResourceName } from './resource-name.ts'
import { SealMark } from './SealMark.tsx'
import { TrailStatus } from './TrailStatus.tsx'

type Entry = Answer<typeof listEntries>['rows'][number]

/** Kinds of record that the trail speaks of that a reader may ask for alone. */
const resources = [
  'accounts.account',
  'organisations.place',
  'organisations.compound',
  'organisations.body',
  'organisations.contract',
  'organisations.post',
  'party-organisations.organisation',
  'party-organisations.coverage',
  'imports.run',
  'evaluation.round',
  'evaluation.declared-fact',
  'calendar.notice',
  'exchange.subscription',
  'sheet.compounds',
  'sheet.enterprises',
  'sheet.contracts',
  'sheet.committees',
  'sheet.posts',
  'sheet.declared-facts',
  'sheet.accounts',
]

const queryOf = ({ actor, resource, resourceId, from, to }: Filters) => ({
  actor: only(actor),
  resource: only(resource),
  resourceId: only(resourceId),
  from: only(from),
  to: only(to),
})

function load({ filters, after, signal }: Asked) {
  return call(listEntries, { query: { ...queryOf(filters), after } }, { signal })
}

/** Who did what when, and whether anybody touched the trail since. */
export function TrailPage(): ReactNode {
  const { t } = useTranslation('audit-trail')
  const nameOf = useResourceName()
  const columns = useEntryColumns()
  return (
    <ListPage<Entry>
      name="audit"
      title={t('title')}
      intro={t('intro')}
      load={load}
      exportAs={(filters) => download(exportEntries, { query: queryOf(filters) }, `${t('title')}.xlsx`)}
      rowKey={({ id }) => String(id)}
      columns={columns}
      open={({ id }) => `/audit/${id}`}
      filters={[
        { key: 'actor', label: t('actorFilter'), kind: 'text', example: t('actorFilter') },
        {
          key: 'resource',
          label: t('resource'),
          kind: 'choice',
          options: resources.map((value) => ({ value, label: nameOf(value) })),
        },
        { key: 'from', to: 'to', label: t('days'), kind: 'days' },
        { key: 'resourceId', label: t('resourceId'), kind: 'text', example: t('resourceId') },
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    >
      <TrailStatus />
    </ListPage>
  )
}

/** What was done, when, by whom, to what. */
function useEntryColumns(): ListColumn<Entry>[] {
  const { t } = useTranslation('audit-trail')
  const nameOf = useResourceName()
  return [
    { key: 'summary', title: t('summary'), cell: ({ summary }) => summary },
    { key: 'at', title: t('at'), cell: ({ at }) => <span className="gz-number">{dateTime(at)}</span> },
    {
      key: 'actor',
      title: t('actor'),
      cell: ({ actorName, actorAccount }) =>
        actorAccount === null ? (
          t('system')
        ) : (
          <>
            {actorName} <span className="gz-faint">{actorAccount}</span>
          </>
        ),
    },
    {
      key: 'resource',
      title: t('resource'),
      cell: ({ resource }) => nameOf(resource),
    },
    { key: 'verb', title: t('verb'), cell: ({ verb }) => verb, hiddenAtFirst: true },
    { key: 'resourceId', title: t('resourceId'), cell: ({ resourceId }) => resourceId, hiddenAtFirst: true },
    { key: 'seal', title: t('seal'), cell: ({ seal }) => <SealMark seal={seal} /> },
  ]
}
