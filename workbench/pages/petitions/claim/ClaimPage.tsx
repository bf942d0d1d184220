import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimPage as Claim } from '../../../../contracts/petitions/claims.ts'
import { isOpen } from '../../../../contracts/petitions/words.ts'
import { may, useMe } from '../../../api/session.ts'
import { PageHead } from '../../../parts/PageHead.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { blowAddress, claimsAddress, recordIncidentAddress } from '../addresses.ts'
import { nextDeed, otherDeeds } from '../deeds/deeds.ts'
import { useActing } from '../deeds/useActing.tsx'
import { ClaimTag } from '../marks/ClaimTag.tsx'
import { DueMark } from '../marks/DueMark.tsx'
import { Flags } from '../marks/Flags.tsx'
import { useNamed } from '../names.ts'
import { claimQuery } from './claim-query.ts'
import { claimTimeline } from './claim-timeline.tsx'
import { useClaimGroups } from './useClaimGroups.tsx'
import { WhyDrawer } from './WhyDrawer.tsx'
import '../petitions.css'

/** One claim: where it stands, who has it until when and why, what comes next, and all that happened. */
export function ClaimPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const named = useNamed()
  const { id = '' } = useParams({ strict: false })
  const [why, setWhy] = useState(false)
  const { act, dialog } = useActing()
  const crumbs = [{ label: t('claims.title'), to: claimsAddress }]
  const { data, error, refetch } = useQuery(claimQuery(id))
  const groups = useClaimGroups(data, () => setWhy(true))
  const more = useMore(data, act)
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('claim.one')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const next = nextDeed(data)
  return (
    <>
      <RecordPage
        title={`${data.placeName} · ${data.categoryName}`}
        crumbs={crumbs}
        state={
          <>
            <ClaimTag state={data.state} />
            <span className="gz-faint gz-number">{data.number}</span>
          </>
        }
        {...(data.handler && isOpen(data.state) ? { owner: data.handler.name } : {})}
        deadline={
          data.clock && (
            <>
              <DueMark claim={data} />
              <Button type="link" size="small" className="gz-why-link" onClick={() => setWhy(true)}>
                {t('why.open')}
              </Button>
            </>
          )
        }
        intro={named(data.next)}
        {...(next ? { next: { label: t(`deed.${next}`), onClick: () => act(data, next) } } : {})}
        actions={
          next === 'take-over' && data.can['petitions.send-back'] === true ? (
            <Button onClick={() => act(data, 'send-back')}>{t('deed.send-back')}</Button>
          ) : undefined
        }
        more={more}
        groups={groups}
        timeline={claimTimeline(data, named)}
      >
        {data.limitClass === 'danger' && isOpen(data.state) && (
          <Alert type="warning" showIcon title={t('claim.danger')} />
        )}
        <Flags claim={data} />
      </RecordPage>
      <WhyDrawer claim={data} open={why} onClose={() => setWhy(false)} />
      {dialog}
    </>
  )
}

/** Everything else that may be done now, from everyday to seldom. */
function useMore(claim: Claim | undefined, act: ReturnType<typeof useActing>['act']) {
  const { t } = useTranslation('petitions')
  const router = useRouter()
  const me = useMe()
  if (!claim) return []
  const beside = [
    ...(may(me, 'petitions.whistle') && isOpen(claim.state)
      ? [{ key: 'whistle', label: t('whistle.blow'), to: blowAddress(claim) }]
      : []),
    ...(may(me, 'petitions.record-mass-incident')
      ? [{ key: 'incident', label: t('incident.record'), to: recordIncidentAddress(claim.id) }]
      : []),
  ]
  return [
    ...otherDeeds(claim).map((deed) => ({
      key: deed,
      label: t(`deed.${deed}`),
      onClick: () => act(claim, deed),
    })),
    ...beside.map(({ key, label, to }) => ({
      key,
      label,
      onClick: () => void router.navigate({ href: to }),
    })),
  ]
}
