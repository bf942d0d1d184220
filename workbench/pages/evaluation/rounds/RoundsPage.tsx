import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { exportRounds, listRounds, openRound, type roundRow } from '../../../../contracts/evaluation/staff.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { dateTime } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import type { ListColumn } from '../../../parts/list/types.ts'
import { isOver } from '../../../../contracts/evaluation/words.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { roundAddress, roundsAddress } from '../addresses.ts'
import { EvaluationTabs } from '../EvaluationTabs.tsx'

type Row = z.infer<typeof roundRow>

/** Each year's round: what it covers, how it stands, when it was last computed. */
export function RoundsPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const router = useRouter()
  const mayOpen = may(useMe(), openRound.verb)
  const toOpen = mayOpen && (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => void router.navigate({ href: `${roundsAddress}/new` })}
    >
      {t('open.title')}
    </Button>
  )
  return (
    <ListPage<Row>
      name="evaluation-rounds"
      title={t('rounds.title')}
      intro={t('rounds.intro')}
      actions={toOpen}
      rowKey={(row) => row.id}
      open={(row) => roundAddress(row.id)}
      columns={useRoundColumns()}
      load={({ after, signal }) => call(listRounds, { query: { after } }, { signal })}
      exportAs={() => download(exportRounds, {}, `${t('rounds.title')}.xlsx`)}
      empty={{
        title: t('rounds.empty'),
        hint: t(mayOpen ? 'rounds.emptyOpen' : 'rounds.emptyWait'),
        action: toOpen,
      }}
    >
      <EvaluationTabs />
    </ListPage>
  )
}

function useRoundColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('evaluation')
  return [
    { key: 'name', title: t('rounds.name'), cell: (row) => row.name },
    { key: 'year', title: t('rounds.year'), cell: (row) => <span className="gz-number">{row.year}</span> },
    { key: 'place', title: t('rounds.place'), cell: (row) => row.placeName },
    { key: 'state', title: t('rounds.state'), cell: (row) => <RoundState state={row.state} /> },
    {
      key: 'evaluatedAt',
      title: t('rounds.evaluatedAt'),
      cell: (row) =>
        row.evaluatedAt === null ? (
          <span className="gz-faint">{t('rounds.never')}</span>
        ) : (
          <span className="gz-number">{dateTime(row.evaluatedAt)}</span>
        ),
    },
    {
      key: 'period',
      title: t('rounds.period'),
      cell: (row) => <span className="gz-number">{t('fromTo', { from: row.from, to: row.to })}</span>,
      hiddenAtFirst: true,
    },
    { key: 'edition', title: t('rounds.edition'), cell: (row) => row.edition, hiddenAtFirst: true },
  ]
}

export function RoundState({ state }: { state: Row['state'] }): ReactNode {
  const { t } = useTranslation('evaluation')
  return <StateTag kind={isOver(state) ? 'ended' : 'doing'} word={t(`rounds.states.${state}`)} />
}
