import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { trailStatus, type verification, verifyTrail } from '../../../contracts/audit-trail/staff.ts'
import { call } from '../../api/client.ts'
import { may, useMe } from '../../api/session.ts'
import { useSubmit } from '../../api/submit.ts'
import { count, dateTime } from '../../parts/format.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { type Fact, FactGroups } from '../../parts/record/FactGroups.tsx'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'

type Verification = z.infer<typeof verification>
const key = ['audit', 'status']

/** How far the trail is sealed, and what the last verification found. */
export function TrailStatus(): ReactNode {
  const { t } = useTranslation('audit-trail')
  const me = useMe()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(trailStatus, {}, { signal }),
  })
  const verify = useSubmit(verifyTrail)
  async function run(): Promise<void> {
    await verify.mutateAsync({ body: {} }).catch(() => undefined)
    await client.invalidateQueries({ queryKey: ['audit'] })
  }
  if (error)
    return (
      <div className="gz-card">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    )
  if (!data)
    return (
      <div className="gz-card">
        <Loading rows={2} />
      </div>
    )
  const { lastSeal, unsealed, lastVerification } = data
  const facts: Fact[] = [
    {
      label: t('lastSeal'),
      value: lastSeal ? t('sealNumber', { number: lastSeal.number, at: dateTime(lastSeal.at) }) : t('noSeal'),
    },
    {
      label: t('notSealed'),
      value: t('entries', { count: unsealed.count, shown: count(unsealed.count) }),
      hint: unsealed.count > 0 ? t('window') : t('windowNone'),
    },
    { label: t('lastVerification'), value: <Verified found={lastVerification} /> },
  ]
  const button = may(me, verifyTrail.verb) && (
    <Button type="primary" loading={verify.isPending} onClick={() => void run()}>
      {t('verify')}
    </Button>
  )
  return (
    <>
      <ErrorNote error={verify.error} />
      {lastVerification && !lastVerification.ok && <Findings found={lastVerification} />}
      <FactGroups groups={[{ title: t('status'), facts, action: button }]} />
    </>
  )
}

function Verified({ found }: { found: Verification | null }): ReactNode {
  const { t } = useTranslation('audit-trail')
  if (!found) return t('neverVerified')
  const by = found.byName ?? t('system')
  return (
    <span aria-live="polite">
      <StateTag kind={found.ok ? 'done' : 'refused'} word={t(found.ok ? 'intact' : 'broken')} />
      <span className="gz-fact-hint">
        {t('verifiedWhat', {
          at: dateTime(found.at),
          by,
          seals: count(found.seals),
          entries: count(found.entries),
        })}
      </span>
    </span>
  )
}

function Findings({ found }: { found: Verification }): ReactNode {
  const { t, i18n } = useTranslation('audit-trail')
  const list = (
    <>
      <ul>
        {found.findings.map(({ kind, zh, en }) => (
          <li key={`${kind}${zh}`}>{i18n.language === 'en' ? en : zh}</li>
        ))}
      </ul>
      {found.more && <p>{t('more')}</p>}
    </>
  )
  return <Alert type="error" showIcon role="alert" title={t('brokenTitle')} description={list} />
}
