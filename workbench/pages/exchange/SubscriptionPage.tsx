import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { App, type MenuProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getSubscription, sendTrial, type Subscription } from '../../../contracts/exchange/staff.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { count, dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { useSentence } from '../../parts/states/sentence.ts'
import { useEventName } from './event-names.ts'
import { type Deed, SubscriptionDialogs } from './SubscriptionDialogs.tsx'
import { SubscriptionTag } from './States.tsx'
import './exchange.css'

/** One receiver of events: whether it gets them, and what can be done about it. */
export function SubscriptionPage(): ReactNode {
  const { t } = useTranslation('exchange')
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks', 'one', id],
    queryFn: ({ signal }) => call(getSubscription, { params: { id } }, { signal }),
  })
  if (data) return <Record subscription={data} />
  return (
    <div className="gz-page">
      <PageHead title={t('title')} crumbs={[{ label: t('title'), to: '/webhooks' }]} />
      <div className="gz-card">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
      </div>
    </div>
  )
}

function Record({ subscription }: { subscription: Subscription }): ReactNode {
  const { t } = useTranslation('exchange')
  const client = useQueryClient()
  const router = useRouter()
  const nameOf = useEventName()
  const sentence = useSentence()
  const { notification } = App.useApp()
  const [deed, setDeed] = useState<Deed | null>(null)
  const trial = useSubmit(sendTrial)
  const { id, name, url, events, state, createdAt, waiting, givenUp, lastDeliveredAt } = subscription
  const isEnded = state === 'ended'

  async function tryOut(): Promise<void> {
    try {
      const { deliveryId } = await trial.mutateAsync({ params: { id }, body: {} })
      await router.navigate({ href: `/webhooks/deliveries/${deliveryId}` })
    } catch (fault) {
      const { title, detail } = sentence(fault)
      notification.error({ title, description: detail })
    }
  }
  const item = (key: Deed): NonNullable<MenuProps['items']>[number] => ({
    key,
    label: t(`do.${key}`),
    danger: key === 'end',
    onClick: () => setDeed(key),
  })
  const deeds: Deed[] = ['change', state === 'paused' ? 'resume' : 'pause', 'rotate', 'end']
  const see = (filter: string) => `/webhooks/deliveries?subscription=${id}${filter}`
  return (
    <>
      <RecordPage
        title={name}
        crumbs={[{ label: t('title'), to: '/webhooks' }]}
        state={<SubscriptionTag state={state} />}
        {...(isEnded ? {} : { more: deeds.map(item) })}
        {...(state === 'active'
          ? { next: { label: t('do.trial'), onClick: () => void tryOut(), busy: trial.isPending } }
          : {})}
        groups={[
          {
            title: t('about'),
            facts: [
              { label: t('url'), value: url, wide: true },
              { label: t('events'), value: events.map(nameOf).join(t('shell:listComma')), wide: true },
              { label: t('createdAt'), value: dateTime(createdAt) },
            ],
          },
          {
            title: t('deliveries'),
            facts: [
              { label: t('waiting'), value: <Goto to={see('&state=waiting')}>{count(waiting)}</Goto> },
              { label: t('givenUp'), value: <Goto to={see('&state=given-up')}>{count(givenUp)}</Goto> },
              {
                label: t('lastDelivered'),
                value: lastDeliveredAt === null ? t('notYet') : dateTime(lastDeliveredAt),
              },
            ],
            action: <Goto to={see('')}>{t('allDeliveries')}</Goto>,
          },
        ]}
      />
      {deed && (
        <SubscriptionDialogs
          deed={deed}
          subscription={subscription}
          onClose={() => setDeed(null)}
          onChanged={() => client.invalidateQueries({ queryKey: ['webhooks'] })}
        />
      )}
    </>
  )
}
