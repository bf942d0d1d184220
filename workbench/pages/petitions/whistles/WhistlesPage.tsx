import { SoundOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  exportWhistles,
  listWhistles,
  type WhistleRow,
  whistleStates,
} from '../../../../contracts/petitions/whistles.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { type Place, useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { count, dateTime } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filters, type ListColumn, only } from '../../../parts/list/types.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { blowAddress, whistleAddress } from '../addresses.ts'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { WhistleTag } from './WhistleTag.tsx'
import '../petitions.css'

const asked = (filters: Filters, place: Place | null) => ({
  state: whistleStates.find((one) => one === only(filters.state)),
  mine: only(filters.mine) === 'yes' ? ('yes' as const) : undefined,
  place: place?.id,
  from: only(filters.from),
  to: only(filters.to),
})

/** 吹哨报到: who called whom to which spot, who came, and how both sides found it. */
export function WhistlesPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const router = useRouter()
  const me = useMe()
  const { place } = useJurisdiction()
  return (
    <ListPage<WhistleRow>
      name="petitions-whistles"
      title={t('whistles.title')}
      intro={t('whistles.intro')}
      about={place?.id}
      actions={
        may(me, 'petitions.whistle') && (
          <Button
            type="primary"
            icon={<SoundOutlined />}
            onClick={() => void router.navigate({ href: blowAddress() })}
          >
            {t('whistle.blow')}
          </Button>
        )
      }
      load={({ filters, after, signal }) =>
        call(listWhistles, { query: { ...asked(filters, place), after } }, { signal })
      }
      rowKey={({ id }) => id}
      open={({ id }) => whistleAddress(id)}
      columns={useColumns()}
      filters={[
        {
          key: 'state',
          label: t('claim.state'),
          kind: 'choice',
          options: whistleStates.map((value) => ({ value, label: t(`whistle.state.${value}`) })),
        },
        {
          key: 'mine',
          label: t('whistles.whom'),
          kind: 'choice',
          options: [{ value: 'yes', label: t('whistles.mine') }],
        },
        { key: 'from', to: 'to', label: t('whistles.days'), kind: 'days' },
      ]}
      exportAs={(filters) =>
        download(exportWhistles, { query: asked(filters, place) }, `${t('whistles.title')}.xlsx`)
      }
      empty={{ title: t('whistles.none'), hint: t('whistles.noneHint') }}
    >
      <PetitionTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<WhistleRow>[] {
  const { t } = useTranslation('petitions')
  return [
    {
      key: 'number',
      title: t('claim.number'),
      cell: ({ number }) => <span className="gz-claim-number">{number}</span>,
    },
    {
      key: 'matter',
      title: t('whistle.matter'),
      cell: ({ matter, urgent }) => (
        <span className="gz-gist">
          {urgent && <StateTag kind="warning" word={t('whistle.urgent')} />} {matter}
        </span>
      ),
    },
    { key: 'place', title: t('claim.place'), cell: ({ placeName }) => placeName },
    { key: 'caller', title: t('whistle.caller'), cell: ({ callerName }) => callerName },
    {
      key: 'came',
      title: t('whistle.came'),
      cell: ({ calls }) =>
        t('whistle.cameOf', {
          came: count(calls.filter(({ checkedInAt }) => checkedInAt !== null).length),
          called: count(calls.length),
        }),
    },
    {
      key: 'called',
      title: t('whistle.calledAt'),
      cell: ({ calledAt }) => <span className="gz-number gz-nowrap">{dateTime(calledAt)}</span>,
    },
    {
      key: 'due',
      title: t('whistle.dueAt'),
      cell: ({ dueAt }) => <span className="gz-number gz-nowrap">{dateTime(dueAt)}</span>,
    },
    { key: 'state', title: t('claim.state'), cell: ({ state }) => <WhistleTag state={state} /> },
  ]
}
