import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, type MenuProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bindIdentity } from '../../../contracts/accounts/identity.ts'
import { setPhone } from '../../../contracts/accounts/phone.ts'
import { resetSecondFactor } from '../../../contracts/accounts/second-factor.ts'
import { sessionsOfAccount } from '../../../contracts/accounts/sessions.ts'
import { grantRole, installation, listAccounts, resetPassword } from '../../../contracts/accounts/staff.ts'
import { call } from '../../api/client.ts'
import { may, useMe } from '../../api/session.ts'
import { dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { AccountDialogs, type Deed } from './AccountDialogs.tsx'
import { AccountSessions } from './AccountSessions.tsx'
import type { Account } from './AccountsPage.tsx'
import { AccountState } from './AccountState.tsx'
import { Grants } from './Grants.tsx'
import './accounts-admin.css'

/** One account: what it may, and everything that can be done with it. Its address is its name, which never changes. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const { account = '' } = useParams({ strict: false })
  const client = useQueryClient()
  const crumbs = [{ label: t('title'), to: '/accounts' }]
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', 'one', account],
    queryFn: ({ signal }) => call(listAccounts, { query: { text: account, limit: 200 } }, { signal }),
  })
  const found = data?.rows.find((row) => row.account === account)
  if (found)
    return (
      <Record
        account={found}
        crumbs={crumbs}
        onChanged={() => client.invalidateQueries({ queryKey: ['accounts'] })}
      />
    )
  return (
    <div className="gz-page">
      <PageHead title={account} crumbs={crumbs} />
      <div className="gz-card">
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading />}
        {data && <EmptyState title={t('noSuch')} hint={t('noSuchHint')} />}
      </div>
    </div>
  )
}

interface RecordProps {
  account: Account
  crumbs: { label: string; to: string }[]
  onChanged: () => Promise<void>
}

function Record({ account, crumbs, onChanged }: RecordProps): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const me = useMe()
  const [deed, setDeed] = useState<Deed | null>(null)
  const own = me.accountId === account.id
  const offered = (verb: string) => !own && account.can[verb] === true
  const grants = offered(grantRole.verb) && !account.closed
  const { data: install } = useQuery({
    queryKey: ['installation'],
    queryFn: ({ signal }) => call(installation, {}, { signal }),
  })
  const more: MenuProps['items'] = []
  if (offered(resetSecondFactor.verb) && account.secondFactor)
    more.push({ key: 'second', label: t('second.do'), onClick: () => setDeed({ do: 'resetSecondFactor' }) })
  if (offered(bindIdentity.verb) && (install?.identityProvider || account.identity))
    more.push({ key: 'identity', label: t('identity.do'), onClick: () => setDeed({ do: 'identity' }) })
  if (offered(setPhone.verb) && !account.closed)
    more.push({ key: 'phone', label: t('phone.do'), onClick: () => setDeed({ do: 'phone' }) })
  if (offered('accounts.hand-over') && account.grants.length > 0)
    more.push({ key: 'handOver', label: t('handOver.do'), onClick: () => setDeed({ do: 'handOver' }) })
  if (offered('accounts.close'))
    more.push(
      account.closed
        ? { key: 'reopen', label: t('reopen.do'), onClick: () => setDeed({ do: 'reopen' }) }
        : { key: 'close', label: t('close.do'), onClick: () => setDeed({ do: 'close' }) },
    )
  return (
    <>
      <RecordPage
        title={account.displayName}
        crumbs={crumbs}
        state={<AccountState closed={account.closed} lockedUntil={account.lockedUntil} />}
        actions={
          offered(resetPassword.verb) &&
          !account.closed && <Button onClick={() => setDeed({ do: 'reset' })}>{t('reset.do')}</Button>
        }
        more={more}
        {...(grants ? { next: { label: t('grant.do'), onClick: () => setDeed({ do: 'grant' }) } } : {})}
        groups={[
          {
            title: t('about'),
            facts: [
              { label: t('account'), value: account.account },
              { label: t('displayName'), value: account.displayName },
              {
                label: t('lastSignIn'),
                value: account.lastSignInAt === null ? t('never') : dateTime(account.lastSignInAt),
              },
              {
                label: t('second.label'),
                value: t(account.secondFactor ? 'second.enrolled' : 'second.none'),
              },
              { label: t('phone.label'), value: account.phoneMask ?? t('phone.none') },
              ...(install?.identityProvider || account.identity
                ? [{ label: t('identity.label'), value: account.identity ?? t('identity.none') }]
                : []),
            ],
            action: may(me, 'audit-trail.see') && (
              <Goto to={`/audit?actor=${encodeURIComponent(account.account)}`}>{t('itsDeeds')}</Goto>
            ),
          },
        ]}
      >
        {own && <Alert type="info" showIcon title={t('own')} />}
        <Grants account={account} onRevoke={grants ? (grant) => setDeed({ do: 'revoke', grant }) : null} />
        {account.can[sessionsOfAccount.verb] === true && <AccountSessions account={account} />}
      </RecordPage>
      <AccountDialogs account={account} deed={deed} onClose={() => setDeed(null)} onChanged={onChanged} />
    </>
  )
}
