import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  exportSubscriptions,
  listSubscriptions,
  type Subscription,
} from '../../../contracts/exchange/staff.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { count, dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import type { Asked, ListColumn } from '../../parts/list/types.ts'
import { useEventName } from './event-names.ts'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { SubscriptionTag } from './States.tsx'
import './exchange.css'

const load = ({ after, signal }: Asked) => call(listSubscriptions, { query: { after } }, { signal })

/** Other systems that are told of events. */
export function SubscriptionsPage(): ReactNode {
  const { t } = useTranslation('exchange')
  const router = useRouter()
  return (
    <ListPage<Subscription>
      name="webhooks"
      title={t('title')}
      intro={t('intro')}
      actions={
        <Button
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => void router.navigate({ to: '/webhooks/new' })}
        >
          {t('new')}
        </Button>
      }
      load={load}
      exportAs={() => download(exportSubscriptions, {}, `${t('title')}.xlsx`)}
      rowKey={({ id }) => id}
      open={({ id }) => `/webhooks/${id}`}
      columns={useSubscriptionColumns()}
      empty={{ title: t('none'), hint: t('noneHint') }}
    >
      <ExchangeTabs />
    </ListPage>
  )
}

function useSubscriptionColumns(): ListColumn<Subscription>[] {
  const { t } = useTranslation('exchange')
  const nameOf = useEventName()
  return [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    { key: 'state', title: t('state.title'), cell: ({ state }) => <SubscriptionTag state={state} /> },
    { key: 'url', title: t('url'), cell: ({ url }) => <span className="gz-webhook-url">{url}</span> },
    {
      key: 'events',
      title: t('events'),
      cell: ({ events }) => events.map(nameOf).join(t('shell:listComma')),
    },
    { key: 'waiting', title: t('waiting'), numeric: true, cell: ({ waiting }) => count(waiting) },
    { key: 'givenUp', title: t('givenUp'), numeric: true, cell: ({ givenUp }) => count(givenUp) },
    {
      key: 'last',
      title: t('lastDelivered'),
      cell: ({ lastDeliveredAt }) => (lastDeliveredAt === null ? t('notYet') : dateTime(lastDeliveredAt)),
    },
  ]
}
