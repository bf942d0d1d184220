import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type DecisionRow, exportDecisions, listDecisions } from '../../../contracts/findings/staff.ts'
import { decisionStates } from '../../../contracts/findings/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { may, useMe } from '../../api/session.ts'
import { date } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { decisionAddress, decisionsAddress } from './addresses.ts'
import { DecisionTag } from './finding-states.tsx'
import { FindingTabs } from './FindingTabs.tsx'

const asked = (filters: Filters) => ({
  round: only(filters.round),
  state: decisionStates.find((one) => one === only(filters.state)),
})
const load = ({ filters, after, signal }: Asked) =>
  call(listDecisions, { query: { ...asked(filters), after } }, { signal })

/** 不适用决定: proposed by one, decided by another. */
export function DecisionsPage(): ReactNode {
  const { t } = useTranslation('findings')
  const router = useRouter()
  const mayPropose = may(useMe(), 'findings.propose-decision')
  return (
    <ListPage<DecisionRow>
      name="decisions"
      title={t('decisions')}
      intro={t('decisionsIntro')}
      actions={
        mayPropose && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => void router.navigate({ href: `${decisionsAddress}/new` })}
          >
            {t('propose')}
          </Button>
        )
      }
      load={load}
      rowKey={({ id }) => id}
      open={({ id }) => decisionAddress(id)}
      columns={useColumns()}
      filters={[
        {
          key: 'state',
          label: t('state'),
          kind: 'choice',
          options: decisionStates.map((value) => ({ value, label: t(`decisionStates.${value}`) })),
        },
      ]}
      exportAs={(filters) => download(exportDecisions, { query: asked(filters) }, `${t('decisions')}.xlsx`)}
      empty={{ title: t('noDecisions'), hint: t('noDecisionsHint') }}
    >
      <FindingTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<DecisionRow>[] {
  const { t } = useTranslation('findings')
  return [
    { key: 'name', title: t('decisionName'), cell: ({ name }) => name ?? t('unnumbered') },
    { key: 'about', title: t('about'), cell: ({ about }) => about },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'subjects', title: t('subjects'), numeric: true, cell: ({ subjects }) => subjects },
    { key: 'row', title: t('row'), cell: ({ row, rowTitle }) => `${row} ${rowTitle}` },
    { key: 'ground', title: t('ground'), cell: ({ ground }) => t(`grounds.${ground}`) },
    { key: 'state', title: t('state'), cell: ({ state }) => <DecisionTag state={state} /> },
    {
      key: 'proposed',
      title: t('proposedBy'),
      cell: (row) => `${row.proposedBy ?? ''} ${date(row.proposedAt)}`,
    },
    { key: 'settled', title: t('settledBy'), cell: (row) => row.settledBy ?? '—' },
    { key: 'round', title: t('round'), cell: ({ roundName }) => roundName, hiddenAtFirst: true },
  ]
}
