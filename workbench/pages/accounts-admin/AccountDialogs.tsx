import { App, Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  closeAccount,
  grantRole,
  reopenAccount,
  resetPassword,
  revokeRole,
} from '../../../contracts/accounts/staff.ts'
import { useSubmit } from '../../api/submit.ts'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../parts/form/ReasonField.tsx'
import type { Account } from './AccountsPage.tsx'
import { type GrantEntered, GrantFields, grantOf } from './GrantFields.tsx'
import type { Grant } from './Grants.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { PasswordOnce } from './PasswordOnce.tsx'
import { useRoleName } from './roles.ts'
import { IdentityDialog, PhoneDialog, ResetSecondFactorDialog } from './SecurityDialogs.tsx'

/** What is being done with the account. */
export type Deed =
  | { do: 'grant' | 'reset' | 'close' | 'reopen' | 'handOver' | 'resetSecondFactor' | 'identity' | 'phone' }
  | { do: 'revoke'; grant: Grant }

interface AccountDialogsProps {
  account: Account
  deed: Deed | null
  onClose: () => void
  onChanged: () => Promise<void>
}

interface Reason {
  reason: string
}

/** One dialog at a time; each says what will happen before it asks for the reason. */
export function AccountDialogs({ account, deed, onClose, onChanged }: AccountDialogsProps): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const { message } = App.useApp()
  const roleName = useRoleName()
  const grant = useSubmit(grantRole)
  const revoke = useSubmit(revokeRole)
  const close = useSubmit(closeAccount)
  const reopen = useSubmit(reopenAccount)
  const params = { id: account.id }
  const name = account.displayName

  async function after(deeds: Promise<unknown>, done: string): Promise<void> {
    await deeds
    void message.success(done)
    await onChanged()
  }
  switch (deed?.do) {
    case 'grant':
      return (
        <FormDialog<GrantEntered>
          name="grant-role"
          title={t('grant.title', { name })}
          intro={t('grant.intro')}
          submitLabel={t('grant.do')}
          submit={(entered) => after(grant.mutateAsync({ params, body: grantOf(entered) }), t('grant.done'))}
          onClose={onClose}
        >
          <GrantFields held={account.grants.map(({ role }) => role)} />
        </FormDialog>
      )
    case 'revoke':
      return (
        <FormDialog<Reason>
          name="revoke-role"
          title={t('revoke.title', { name, role: roleName(deed.grant.role) })}
          intro={t('revoke.intro')}
          submitLabel={t('revoke.do')}
          submit={(body) =>
            after(
              revoke.mutateAsync({ params: { ...params, grantId: deed.grant.id }, body }),
              t('revoke.done'),
            )
          }
          onClose={onClose}
        >
          <ReasonField />
        </FormDialog>
      )
    case 'close':
      return (
        <FormDialog<Reason>
          name="close-account"
          title={t('close.title', { name })}
          intro={t('close.intro')}
          submitLabel={t('close.do')}
          submit={(body) => after(close.mutateAsync({ params, body }), t('close.done'))}
          onClose={onClose}
        >
          <ReasonField />
        </FormDialog>
      )
    case 'reopen':
      return (
        <FormDialog<Reason>
          name="reopen-account"
          title={t('reopen.title', { name })}
          intro={t('reopen.intro')}
          submitLabel={t('reopen.do')}
          submit={(body) => after(reopen.mutateAsync({ params, body }), t('reopen.done'))}
          onClose={onClose}
        >
          <ReasonField />
        </FormDialog>
      )
    case 'handOver':
      return <HandOverDialog account={account} onClose={onClose} onChanged={onChanged} />
    case 'resetSecondFactor':
      return <ResetSecondFactorDialog account={account} onClose={onClose} onChanged={onChanged} />
    case 'phone':
      return <PhoneDialog account={account} onClose={onClose} onChanged={onChanged} />
    case 'identity':
      return <IdentityDialog account={account} onClose={onClose} onChanged={onChanged} />
    case 'reset':
      return <ResetDialog account={account} onClose={onClose} onChanged={onChanged} />
    default:
      return null
  }
}

function ResetDialog({ account, onClose, onChanged }: Omit<AccountDialogsProps, 'deed'>): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const { mutateAsync } = useSubmit(resetPassword)
  const [password, setPassword] = useState<string | null>(null)
  const { displayName } = account
  if (password === null)
    return (
      <FormDialog<object>
        name="reset-password"
        title={t('reset.title', { name: displayName })}
        intro={t('reset.intro')}
        submitLabel={t('reset.do')}
        staysOpen
        submit={async () => {
          const { oneTimePassword } = await mutateAsync({ params: { id: account.id }, body: {} })
          setPassword(oneTimePassword)
          await onChanged()
        }}
        onClose={onClose}
      />
    )
  return (
    <Modal
      open
      title={t('once.title')}
      width={640}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={<Button onClick={onClose}>{t('once.kept')}</Button>}
    >
      <PasswordOnce passwords={[{ account: account.account, displayName, oneTimePassword: password }]} />
    </Modal>
  )
}
