import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getWhistle, type WhistleRow } from '../../../../contracts/petitions/whistles.ts'
import { call } from '../../../api/client.ts'
import { dateTime } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { claimAddress, whistlesAddress } from '../addresses.ts'
import { CallTable } from './CallTable.tsx'
import { type WhistleDeed, WhistleDialogs } from './WhistleDialogs.tsx'
import { WhistleTag } from './WhistleTag.tsx'
import '../petitions.css'

/** What this person does next: come, say what came of it, or say what the call was worth. */
function deedsOf({ can, state, calls }: WhistleRow): WhistleDeed[] {
  const mine = calls.filter(({ mine }) => mine)
  const called = can['petitions.check-in'] === true
  const found: WhistleDeed[] = []
  if (state === 'open' && called && mine.some(({ checkedInAt }) => checkedInAt === null))
    found.push('check-in')
  if (state === 'open' && can['petitions.end-whistle'] === true) found.push('end', 'cancel')
  if (
    state !== 'cancelled' &&
    called &&
    mine.some((one) => one.checkedInAt !== null && one.callRated === null)
  )
    found.push('rate')
  return found
}

/** One call to the spot: the matter, who was called, who came when, and how both sides found it. */
export function WhistlePage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { id = '' } = useParams({ strict: false })
  const [deed, setDeed] = useState<WhistleDeed | null>(null)
  const crumbs = [{ label: t('whistles.title'), to: whistlesAddress }]
  const { data, error, refetch } = useQuery({
    queryKey: ['petitions-whistle', id],
    queryFn: ({ signal }) => call(getWhistle, { params: { id } }, { signal }),
  })
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('whistle.one')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const [next, ...others] = deedsOf(data)
  return (
    <>
      <RecordPage
        title={`${data.placeName} · ${data.number}`}
        crumbs={crumbs}
        state={
          <>
            <WhistleTag state={data.state} />
            {data.urgent && <StateTag kind="warning" word={t('whistle.urgent')} />}
          </>
        }
        intro={data.state === 'open' ? t('whistle.dueBy', { at: dateTime(data.dueAt) }) : undefined}
        {...(next ? { next: { label: t(`whistle.deed.${next}`), onClick: () => setDeed(next) } } : {})}
        more={others.map((one) => ({
          key: one,
          label: t(`whistle.deed.${one}`),
          onClick: () => setDeed(one),
        }))}
        groups={[
          {
            title: t('whistle.matter'),
            facts: [
              { label: t('whistle.matter'), value: data.matter, wide: true },
              { label: t('whistle.caller'), value: data.callerName },
              { label: t('whistle.calledAt'), value: dateTime(data.calledAt) },
              { label: t('whistle.dueAt'), value: dateTime(data.dueAt) },
              ...(data.claimId !== null
                ? [
                    {
                      label: t('whistle.claim'),
                      value: <Goto to={claimAddress(data.claimId)}>{data.claimNumber}</Goto>,
                    },
                  ]
                : []),
              ...(data.endedAt !== null
                ? [
                    { label: t('whistle.endedAt'), value: dateTime(data.endedAt) },
                    { label: t('whistle.result'), value: data.result || '—', wide: true },
                  ]
                : []),
            ],
          },
        ]}
      >
        <CallTable whistle={data} />
      </RecordPage>
      {deed && <WhistleDialogs deed={deed} whistle={data} onClose={() => setDeed(null)} />}
    </>
  )
}
