import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { createAccount, exportAccounts, listAccounts } from '../../../contracts/accounts/staff.ts'
import { role } from '../../../contracts/accounts/words.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { may, useMe } from '../../api/session.ts'
import { dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { AccountState } from './AccountState.tsx'
import { useRoleName } from './roles.ts'
import { ThreeAdministrators } from './ThreeAdministrators.tsx'
import { WaitingPasswords } from './WaitingPasswords.tsx'
import './accounts-admin.css'

export type Account = Answer<typeof listAccounts>['rows'][number]

const queryOf = (filters: Filters) => ({
  text: only(filters.text),
  role: role.safeParse(only(filters.role)).data,
})

function load({ filters, after, signal }: Asked) {
  return call(listAccounts, { query: { ...queryOf(filters), after } }, { signal })
}

export const accountAddress = (account: string): string => `/accounts/of/${encodeURIComponent(account)}`

export function AccountsPage(): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const router = useRouter()
  const roleName = useRoleName()
  const creates = may(useMe(), createAccount.verb)
  const columns = useAccountColumns()
  const actions = creates && (
    <>
      <Button onClick={() => void router.navigate({ href: '/imports/new?kind=accounts' })}>
        {t('bySheet')}
      </Button>
      <Button
        type="primary"
        icon={<PlusOutlined />}
        onClick={() => void router.navigate({ to: '/accounts/new' })}
      >
        {t('new')}
      </Button>
    </>
  )
  return (
    <ListPage<Account>
      name="accounts"
      title={t('title')}
      intro={t('intro')}
      actions={actions}
      load={load}
      exportAs={(filters) => download(exportAccounts, { query: queryOf(filters) }, `${t('title')}.xlsx`)}
      rowKey={({ id }) => id}
      columns={columns}
      open={({ account }) => accountAddress(account)}
      filters={[
        { key: 'text', label: t('text'), kind: 'text', example: t('textExample') },
        {
          key: 'role',
          label: t('role'),
          kind: 'choice',
          options: role.options.map((value) => ({ value, label: roleName(value) })),
        },
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    >
      {creates && <WaitingPasswords />}
      <ThreeAdministrators />
    </ListPage>
  )
}

/** Who it is, what they may, whether they can come in. */
function useAccountColumns(): ListColumn<Account>[] {
  const { t } = useTranslation('accounts-admin')
  const roleName = useRoleName()
  return [
    { key: 'account', title: t('account'), cell: ({ account }) => account },
    { key: 'displayName', title: t('displayName'), cell: ({ displayName }) => displayName },
    {
      key: 'roles',
      title: t('roles'),
      cell: ({ grants }) =>
        grants.length === 0 ? (
          <span className="gz-faint">{t('noRoles')}</span>
        ) : (
          <ul className="gz-roles">
            {grants.map((grant) => (
              <li key={grant.id}>
                {roleName(grant.role)}
                <span className="gz-faint"> {grant.placeName ?? grant.bodyName}</span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'state',
      title: t('state.title'),
      cell: ({ closed, lockedUntil }) => <AccountState closed={closed} lockedUntil={lockedUntil} />,
    },
    {
      key: 'lastSignInAt',
      title: t('lastSignIn'),
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('never') : dateTime(lastSignInAt)),
    },
  ]
}
