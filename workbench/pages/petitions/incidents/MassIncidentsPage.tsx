import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { listMassIncidents } from '../../../../contracts/petitions/mass-incidents.ts'
import { call } from '../../../api/client.ts'
import { may, useMe } from '../../../api/session.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { date } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type ListColumn, only } from '../../../parts/list/types.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { claimAddress, recordIncidentAddress } from '../addresses.ts'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { WithdrawIncident } from './WithdrawIncident.tsx'
import '../petitions.css'

export type MassIncident = Answer<typeof listMassIncidents>['rows'][number]

const thisYear = new Date().getFullYear()
const years = Array.from({ length: 5 }, (_, back) => String(thisYear - back))

/** 群体性事件 from property problems, as a competent department found them. */
export function MassIncidentsPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const router = useRouter()
  const { place } = useJurisdiction()
  const [withdrawing, setWithdrawing] = useState<MassIncident | null>(null)
  return (
    <>
      <ListPage<MassIncident>
        name="petitions-mass-incidents"
        title={t('incidents.title')}
        intro={t('incidents.intro')}
        about={place?.id}
        actions={
          may(useMe(), 'petitions.record-mass-incident') && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => void router.navigate({ href: recordIncidentAddress() })}
            >
              {t('incident.record')}
            </Button>
          )
        }
        load={({ filters, after, signal }) => {
          const year = years.find((one) => one === only(filters.year))
          return call(listMassIncidents, { query: { place: place?.id, year, after } }, { signal })
        }}
        rowKey={({ id }) => id}
        columns={useColumns(setWithdrawing)}
        filters={[
          {
            key: 'year',
            label: t('incidents.year'),
            kind: 'choice',
            options: years.map((value) => ({ value, label: value })),
          },
        ]}
        empty={{ title: t('incidents.none'), hint: t('incidents.noneHint') }}
      >
        <PetitionTabs />
      </ListPage>
      {withdrawing && <WithdrawIncident incident={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

function useColumns(withdraw: (row: MassIncident) => void): ListColumn<MassIncident>[] {
  const { t } = useTranslation('petitions')
  return [
    { key: 'place', title: t('claim.place'), cell: ({ placeName }) => placeName },
    {
      key: 'day',
      title: t('incident.day'),
      cell: ({ happenedOn }) => <span className="gz-number gz-nowrap">{date(happenedOn)}</span>,
    },
    {
      key: 'finding',
      title: t('incident.finding'),
      cell: ({ finding }) => <span className="gz-gist">{finding}</span>,
    },
    { key: 'issuer', title: t('incident.issuer'), cell: ({ issuer }) => issuer },
    {
      key: 'claim',
      title: t('whistle.claim'),
      cell: ({ claimId, claimNumber }) =>
        claimId === null ? '—' : <Goto to={claimAddress(claimId)}>{claimNumber}</Goto>,
    },
    {
      key: 'state',
      title: t('claim.state'),
      cell: ({ withdrawnReason }) =>
        withdrawnReason === null ? (
          <StateTag kind="warning" word={t('incident.standing')} />
        ) : (
          <>
            <StateTag kind="ended" word={t('incident.withdrawn')} />
            <span className="gz-fact-hint">{withdrawnReason}</span>
          </>
        ),
    },
    {
      key: 'do',
      title: t('next'),
      cell: (row) =>
        row.withdrawnReason === null && row.can['petitions.withdraw-mass-incident'] === true ? (
          <Button onClick={() => withdraw(row)}>{t('incident.withdraw')}</Button>
        ) : (
          '—'
        ),
    },
  ]
}
