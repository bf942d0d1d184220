import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { endOtherSessions, endOwnSession, ownSessions } from '../../../contracts/accounts/sessions.ts'
import { call } from '../../api/client.ts'
import { useMe } from '../../api/session.ts'
import { useSubmit } from '../../api/submit.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { OwnSecondFactor } from './OwnSecondFactor.tsx'
import { SessionList } from './SessionList.tsx'

/** One's own way in: password, authenticator, and where one is signed in now. */
export function SecurityPage(): ReactNode {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const router = useRouter()
  return (
    <div className="gz-page">
      <PageHead
        title={t('security.title')}
        intro={t('security.intro', { account: me.account })}
        actions={
          <Button onClick={() => void router.navigate({ to: '/password' })}>{t('security.password')}</Button>
        }
      />
      <OwnSecondFactor me={me} />
      <OwnSessions />
    </div>
  )
}

function OwnSessions(): ReactNode {
  const { t } = useTranslation('accounts')
  const { message } = App.useApp()
  const client = useQueryClient()
  const queryKey = ['own-sessions']
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(ownSessions, {}, { signal }),
  })
  const one = useSubmit(endOwnSession)
  const others = useSubmit(endOtherSessions)

  async function after(ended: Promise<{ ended: number }>): Promise<void> {
    try {
      const { ended: count } = await ended
      void message.success(t('sessions.ended', { count }))
    } finally {
      await client.invalidateQueries({ queryKey })
    }
  }
  const isAlone = data !== undefined && data.sessions.length < 2
  return (
    <section className="gz-card" aria-label={t('sessions.title')}>
      <div className="gz-section-head">
        <h2>{t('sessions.title')}</h2>
        {!isAlone && (
          <Button
            loading={others.isPending}
            onClick={() => void after(others.mutateAsync({})).catch(() => undefined)}
          >
            {t('sessions.endOthers')}
          </Button>
        )}
      </div>
      <ErrorNote error={one.error ?? others.error} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <SessionList
          sessions={data.sessions}
          ending={one.isPending ? one.variables.params.sessionId : undefined}
          onEnd={({ id }) =>
            void after(one.mutateAsync({ params: { sessionId: id } })).catch(() => undefined)
          }
        />
      )}
    </section>
  )
}
