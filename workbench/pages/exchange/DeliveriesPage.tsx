import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { exportDeliveries, listDeliveries } from '../../../contracts/exchange/staff.ts'
import { deliveryState, deliveryStateNames, deliveryStates } from '../../../contracts/exchange/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { count, dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { useEnglish } from '../../parts/words.ts'
import { useEventName, useEventNames } from './event-names.ts'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { DeliveryTag, Outcome } from './States.tsx'

type Row = Answer<typeof listDeliveries>['rows'][number]

const queryOf = ({ subscription, state, event }: Filters) => ({
  subscription: only(subscription),
  state: deliveryState.safeParse(only(state)).data,
  event: only(event),
})

const load = ({ filters, after, signal }: Asked) =>
  call(listDeliveries, { query: { ...queryOf(filters), after } }, { signal })

/** What became of each event that left, and what will be tried again when. */
export function DeliveriesPage(): ReactNode {
  const { t } = useTranslation('exchange')
  const language = useEnglish() ? 'en' : 'zh'
  return (
    <ListPage<Row>
      name="deliveries"
      title={t('deliveries')}
      intro={t('deliveriesIntro')}
      load={load}
      exportAs={(filters) =>
        download(exportDeliveries, { query: queryOf(filters) }, `${t('deliveries')}.xlsx`)
      }
      rowKey={({ id }) => id}
      open={({ id }) => `/webhooks/deliveries/${id}`}
      columns={useDeliveryColumns()}
      filters={[
        {
          key: 'state',
          label: t('state.title'),
          kind: 'choice',
          options: deliveryStates.map((value) => ({ value, label: deliveryStateNames[value][language] })),
        },
        { key: 'event', label: t('event'), kind: 'choice', options: useEventNames() },
      ]}
      empty={{ title: t('noDeliveries'), hint: t('noDeliveriesHint') }}
    >
      <ExchangeTabs />
    </ListPage>
  )
}

function useDeliveryColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('exchange')
  const nameOf = useEventName()
  return [
    { key: 'event', title: t('event'), cell: ({ event }) => nameOf(event) },
    { key: 'state', title: t('state.title'), cell: ({ state }) => <DeliveryTag state={state} /> },
    { key: 'subscription', title: t('subscription'), cell: ({ subscription }) => subscription },
    {
      key: 'eventAt',
      title: t('eventAt'),
      cell: ({ eventAt }) => <span className="gz-number">{dateTime(eventAt)}</span>,
    },
    { key: 'attempts', title: t('attempts'), numeric: true, cell: ({ attempts }) => count(attempts) },
    {
      key: 'last',
      title: t('lastAnswer'),
      cell: ({ lastStatus, lastFault }) => <Outcome status={lastStatus} fault={lastFault} />,
    },
    {
      key: 'next',
      title: t('nextAt'),
      cell: ({ nextAt }) =>
        nextAt === null ? (
          <span className="gz-faint">—</span>
        ) : (
          <span className="gz-number">{dateTime(nextAt)}</span>
        ),
    },
    { key: 'eventId', title: t('eventId'), cell: ({ eventId }) => eventId, hiddenAtFirst: true },
  ]
}
