import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { listOpenings } from '../../../../contracts/petitions/reporters.ts'
import { call } from '../../../api/client.ts'
import { dateTime } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Asked, type ListColumn, only } from '../../../parts/list/types.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { claimAddress } from '../addresses.ts'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { openingKinds } from './opening-state.ts'
import { SettleOpening } from './OpeningDialogs.tsx'

type Row = Answer<typeof listOpenings>['rows'][number]
const states = ['asked', 'agreed', 'refused'] as const

const load = ({ filters, after, signal }: Asked) =>
  call(
    listOpenings,
    { query: { state: states.find((one) => one === only(filters.state)), after } },
    { signal },
  )

/** 身份解封: who asked to know who reported, why, and who agreed. */
export function OpeningsPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const [settling, setSettling] = useState<Row | null>(null)
  return (
    <>
      <ListPage<Row>
        name="petitions-openings"
        title={t('openings.title')}
        intro={t('openings.intro')}
        load={load}
        rowKey={({ id }) => id}
        open={({ claimId }) => claimAddress(claimId)}
        columns={useColumns(setSettling)}
        filters={[
          {
            key: 'state',
            label: t('openings.state'),
            kind: 'choice',
            options: states.map((value) => ({ value, label: t(`opening.${value}`) })),
          },
        ]}
        empty={{ title: t('openings.none'), hint: t('openings.noneHint') }}
      >
        <PetitionTabs />
      </ListPage>
      {settling && <SettleOpening opening={settling} onClose={() => setSettling(null)} />}
    </>
  )
}

function useColumns(settle: (row: Row) => void): ListColumn<Row>[] {
  const { t } = useTranslation('petitions')
  return [
    { key: 'number', title: t('claim.number'), cell: ({ claimNumber }) => claimNumber },
    { key: 'place', title: t('claim.place'), cell: ({ placeName }) => placeName },
    {
      key: 'reason',
      title: t('field.reason'),
      cell: ({ reason }) => <span className="gz-gist">{reason}</span>,
    },
    {
      key: 'state',
      title: t('openings.state'),
      cell: ({ state }) => <StateTag kind={openingKinds[state]} word={t(`opening.${state}`)} />,
    },
    {
      key: 'asked',
      title: t('openings.askedBy'),
      cell: ({ askedBy, askedAt }) => `${askedBy ?? ''} ${dateTime(askedAt)}`,
    },
    {
      key: 'settled',
      title: t('openings.settledBy'),
      cell: ({ settledBy, settledAt, note }) =>
        settledAt === null ? '—' : `${settledBy ?? ''} ${dateTime(settledAt)} ${note}`,
    },
    {
      key: 'do',
      title: t('next'),
      cell: (row) =>
        row.can['petitions.settle-opening'] === true && row.state === 'asked' ? (
          <Button onClick={() => settle(row)}>{t('opening.settle')}</Button>
        ) : (
          row.mine && row.state === 'asked' && <span className="gz-faint">{t('opening.mine')}</span>
        ),
    },
  ]
}
