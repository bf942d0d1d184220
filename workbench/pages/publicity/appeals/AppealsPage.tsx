import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppealRow, exportAppeals, listAppeals } from '../../../../contracts/publicity/appeals.ts'
import { appealState, appealStateNames, appealStates } from '../../../../contracts/publicity/appeal-words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { date, dateTime } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../../parts/list/types.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { useEnglish } from '../../../parts/words.ts'
import { PublicityTabs } from '../PublicityTabs.tsx'
import { AppealTag } from './marks.tsx'

const whose = ['mine', 'none'] as const

const queryOf = (filters: Filters) => ({
  round: only(filters.round),
  state: appealState.safeParse(only(filters.state)).data,
  assigned: whose.find((one) => one === only(filters.assigned)),
  text: only(filters.text),
})
const load = ({ filters, after, signal }: Asked) =>
  call(listAppeals, { query: { ...queryOf(filters), after } }, { signal })

/** Appeals in sight; those that wait come first, the oldest of them first. */
export function AppealsPage(): ReactNode {
  const { t } = useTranslation('publicity')
  const language = useEnglish() ? 'en' : 'zh'
  const office = may(useMe(), 'publicity.propose-corrections')
  return (
    <ListPage<AppealRow>
      name="appeals"
      title={t('appeals.title')}
      intro={t(office ? 'appeals.intro' : 'appeals.introOwn')}
      load={load}
      exportAs={(filters) =>
        download(exportAppeals, { query: queryOf(filters) }, `${t('appeals.title')}.xlsx`)
      }
      rowKey={({ id }) => id}
      open={({ id }) => `/publicity/appeals/${id}`}
      columns={useAppealColumns(office)}
      filters={[
        { key: 'text', label: t('appeals.text'), kind: 'text' },
        {
          key: 'state',
          label: t('state'),
          kind: 'choice',
          options: appealStates.map((value) => ({ value, label: appealStateNames[value][language] })),
        },
        ...(office
          ? [
              {
                key: 'assigned',
                label: t('appeals.assignee'),
                kind: 'choice' as const,
                options: [
                  { value: 'mine', label: t('appeals.mine') },
                  { value: 'none', label: t('appeals.nobody') },
                ],
              },
            ]
          : []),
      ]}
      empty={{ title: t('appeals.none'), hint: t('appeals.noneHint') }}
    >
      <PublicityTabs />
    </ListPage>
  )
}

function useAppealColumns(office: boolean): ListColumn<AppealRow>[] {
  const { t } = useTranslation('publicity')
  const handler: ListColumn<AppealRow> = {
    key: 'assignee',
    title: t('appeals.assignee'),
    cell: ({ assignee, state }) =>
      assignee ?? (state === 'open' ? <StateTag kind="warning" word={t('appeals.nobody')} /> : '—'),
  }
  return [
    { key: 'number', title: t('number'), cell: ({ number }) => <span className="gz-number">{number}</span> },
    { key: 'subject', title: t('subject'), cell: ({ subjectName }) => subjectName },
    {
      key: 'rows',
      title: t('row'),
      cell: ({ rows }) => <span className="gz-number">{rows.join('、')}</span>,
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state, outcome }) => <AppealTag state={state} outcome={outcome} />,
    },
    ...(office ? [handler] : []),
    {
      key: 'filedAt',
      title: t('filedAt'),
      cell: ({ filedAt }) => <span className="gz-number">{dateTime(filedAt)}</span>,
    },
    {
      key: 'due',
      title: t('appeals.due'),
      cell: ({ dueOn, state }) =>
        dueOn === null || state !== 'open' ? '—' : <span className="gz-number">{date(dueOn)}</span>,
    },
    {
      key: 'appellant',
      title: t('appeals.appellant'),
      cell: ({ appellant }) => appellant,
      hiddenAtFirst: true,
    },
    { key: 'round', title: t('round'), cell: ({ roundName }) => roundName, hiddenAtFirst: true },
  ]
}
