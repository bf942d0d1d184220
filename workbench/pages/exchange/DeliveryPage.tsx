import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { getDelivery, redeliver } from '../../../contracts/exchange/staff.ts'
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
import { DeliveryTag, Outcome } from './States.tsx'
import './exchange.css'

type Delivery = Answer<typeof getDelivery>

/** While it is on its way, the page looks again by itself. */
const lookAgainMs = 2_000

/** One event on its way to one receiver: the very bytes, and what came of each try. */
export function DeliveryPage(): ReactNode {
  const { t } = useTranslation('exchange')
  const { id = '' } = useParams({ strict: false })
  const client = useQueryClient()
  const nameOf = useEventName()
  const sentence = useSentence()
  const { message, notification } = App.useApp()
  const again = useSubmit(redeliver)
  const crumbs = [
    { label: t('title'), to: '/webhooks' },
    { label: t('deliveries'), to: '/webhooks/deliveries' },
  ]
  const { data, error, refetch } = useQuery({
    queryKey: ['deliveries', 'one', id],
    queryFn: ({ signal }) => call(getDelivery, { params: { id } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'waiting' && state.dataUpdateCount < 10 ? lookAgainMs : false,
  })
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('delivery')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  async function resend(): Promise<void> {
    try {
      await again.mutateAsync({ params: { id }, body: {} })
      void message.success(t('queued'))
    } catch (fault) {
      const { title, detail } = sentence(fault)
      notification.error({ title, description: detail })
    }
    await client.invalidateQueries({ queryKey: ['deliveries'] })
  }
  const { event, eventId, eventAt, subscriptionId, subscription, url, state, nextAt } = data
  return (
    <RecordPage
      title={nameOf(event)}
      crumbs={crumbs}
      state={<DeliveryTag state={state} />}
      next={{ label: t('do.redeliver'), onClick: () => void resend(), busy: again.isPending }}
      groups={[
        {
          title: t('delivery'),
          facts: [
            {
              label: t('subscription'),
              value: <Goto to={`/webhooks/${subscriptionId}`}>{subscription}</Goto>,
            },
            { label: t('eventAt'), value: dateTime(eventAt) },
            ...(nextAt === null ? [] : [{ label: t('nextAt'), value: dateTime(nextAt) }]),
            { label: t('event'), value: event },
            { label: t('eventId'), value: eventId, hint: t('eventIdHint') },
            { label: t('url'), value: url, wide: true },
          ],
        },
      ]}
    >
      <Tries tries={data.tries} />
      <section className="gz-card" aria-label={t('body')}>
        <div className="gz-section-head">
          <h2>{t('body')}</h2>
        </div>
        <pre className="gz-webhook-body">{readable(data.body)}</pre>
      </section>
    </RecordPage>
  )
}

function Tries({ tries }: { tries: Delivery['tries'] }): ReactNode {
  const { t } = useTranslation('exchange')
  return (
    <section className="gz-card" aria-label={t('tries')}>
      <div className="gz-section-head">
        <h2>{t('tries')}</h2>
      </div>
      {tries.length === 0 ? (
        <p className="gz-webhook-none gz-faint">{t('notYet')}</p>
      ) : (
        <ol className="gz-webhook-tries" reversed start={tries.length}>
          {tries.map(({ number, at, status, fault, answer, milliseconds }) => (
            <li key={number}>
              <span className="gz-number">{dateTime(at)}</span> <Outcome status={status} fault={fault} />{' '}
              <span className="gz-faint">{t('took', { milliseconds: count(milliseconds) })}</span>
              {answer !== '' && <code>{answer}</code>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Indented for reading; what travels has no spaces. */
const readable = (body: string): string => JSON.stringify(JSON.parse(body), null, 2)
