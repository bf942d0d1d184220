import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContestRow, exportContests, listContests } from '../../../contracts/self-reports/staff.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { useTerm } from '../standards/names.ts'
import { contestAddress } from './addresses.ts'
import { ContestState } from './contest-state.tsx'
import { ReportTabs } from './ReportTabs.tsx'

const states = ['open', 'answered'] as const
const asked = (filters: Filters) => ({
  round: only(filters.round),
  state: states.find((one) => one === only(filters.state)),
  text: only(filters.text),
})
const load = ({ filters, after, signal }: Asked) =>
  call(listContests, { query: { ...asked(filters), after } }, { signal })

/** Rows whose value the scored body contests: those that wait first. */
export function ContestsPage(): ReactNode {
  const { t } = useTranslation('self-reports')
  return (
    <ListPage<ContestRow>
      name="self-report-contests"
      title={t('contests')}
      intro={t('contest.intro')}
      load={load}
      rowKey={({ id }) => id}
      open={({ id }) => contestAddress(id)}
      columns={useColumns()}
      filters={[
        { key: 'text', label: t('subject'), kind: 'text' },
        {
          key: 'state',
          label: t('state.title'),
          kind: 'choice',
          options: states.map((value) => ({ value, label: t(`contest.${value}`) })),
        },
      ]}
      exportAs={(filters) => download(exportContests, { query: asked(filters) }, `${t('contests')}.xlsx`)}
      empty={{ title: t('contest.none'), hint: t('contest.noneHint') }}
    >
      <ReportTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<ContestRow>[] {
  const { t } = useTranslation('self-reports')
  const term = useTerm()
  return [
    { key: 'name', title: t('subject'), cell: ({ name, row }) => `${name} · ${row}` },
    { key: 'title', title: t('indicator'), cell: ({ rowTitle }) => rowTitle },
    { key: 'district', title: t('district'), cell: ({ districtName }) => districtName },
    { key: 'evaluator', title: t('evaluator'), cell: ({ evaluator }) => term(evaluator) },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => beginning(reason) },
    { key: 'at', title: t('contest.at'), cell: ({ contestedAt }) => dateTime(contestedAt) },
    { key: 'state', title: t('state.title'), cell: ({ outcome }) => <ContestState outcome={outcome} /> },
  ]
}

const most = 40
const beginning = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text)
