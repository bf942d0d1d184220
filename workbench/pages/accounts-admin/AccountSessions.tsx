import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { endSessions, sessionsOfAccount } from '../../../contracts/accounts/sessions.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { SessionList } from '../accounts/SessionList.tsx'
import type { Account } from './AccountsPage.tsx'

/** Where somebody else is signed in, for administrators; they may end it. */
export function AccountSessions({ account }: { account: Account }): ReactNode {
  const { t } = useTranslation(['accounts-admin', 'accounts'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const queryKey = ['accounts', 'sessions', account.id]
  const params = { id: account.id }
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(sessionsOfAccount, { params }, { signal }),
  })
  const ending = useSubmit(endSessions)
  const mayEnd = account.can[endSessions.verb] === true

  async function end(sessionId?: string): Promise<void> {
    try {
      const { ended } = await ending.mutateAsync({
        params,
        body: sessionId === undefined ? {} : { sessionId },
      })
      void message.success(t('accounts:sessions.ended', { count: ended }))
    } finally {
      await client.invalidateQueries({ queryKey })
    }
  }
  return (
    <section className="gz-card" aria-label={t('sessions.title')}>
      <div className="gz-section-head">
        <h2>{t('sessions.title')}</h2>
        {mayEnd && data && data.sessions.length > 0 && (
          <Button loading={ending.isPending} onClick={() => void end().catch(() => undefined)}>
            {t('sessions.endAll')}
          </Button>
        )}
      </div>
      <ErrorNote error={ending.error} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} />}
      {data?.sessions.length === 0 && <p className="gz-no-sessions">{t('sessions.none')}</p>}
      {data && data.sessions.length > 0 && (
        <SessionList
          sessions={data.sessions}
          ending={ending.isPending ? ending.variables.body.sessionId : undefined}
          onEnd={mayEnd ? ({ id }) => void end(id).catch(() => undefined) : null}
        />
      )}
    </section>
  )
}
