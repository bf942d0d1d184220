import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { bindIdentity } from '../../../contracts/accounts/identity.ts'
import { setPhone } from '../../../contracts/accounts/phone.ts'
import { resetSecondFactor } from '../../../contracts/accounts/second-factor.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../parts/form/ReasonField.tsx'
import type { Account } from './AccountsPage.tsx'

interface SecurityDialogProps {
  account: Account
  onClose: () => void
  onChanged: () => Promise<void>
}

/** For a lost telephone. */
export function ResetSecondFactorDialog({ account, onClose, onChanged }: SecurityDialogProps): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(resetSecondFactor)
  return (
    <FormDialog<{ reason: string }>
      name="reset-second-factor"
      title={t('second.title', { name: account.displayName })}
      intro={t('second.intro')}
      submitLabel={t('second.do')}
      submit={async (body) => {
        await mutateAsync({ params: { id: account.id }, body })
        void message.success(t('second.done'))
        await onChanged()
      }}
      onClose={onClose}
    >
      <ReasonField />
    </FormDialog>
  )
}

/** The telephone of whoever holds the account; what is kept is shown masked and never again whole. */
export function PhoneDialog({ account, onClose, onChanged }: SecurityDialogProps): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(setPhone)
  return (
    <FormDialog<{ phone?: string }>
      name="set-phone"
      title={t('phone.title', { name: account.displayName })}
      intro={t('phone.intro', { mask: account.phoneMask ?? t('phone.none') })}
      submitLabel={t('phone.save')}
      submit={async ({ phone }) => {
        await mutateAsync({ params: { id: account.id }, body: { phone: phone?.trim() || null } })
        void message.success(t('phone.done'))
        await onChanged()
      }}
      onClose={onClose}
    >
      <Field name="phone" label={t('phone.label')} hint={t('phone.hint')}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Field>
    </FormDialog>
  )
}

/** Who the account is at the identity provider. */
export function IdentityDialog({ account, onClose, onChanged }: SecurityDialogProps): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(bindIdentity)
  return (
    <FormDialog<{ subject?: string }>
      name="bind-identity"
      title={t('identity.title', { name: account.displayName })}
      intro={t('identity.intro')}
      initial={{ subject: account.identity ?? '' }}
      submitLabel={t('identity.save')}
      submit={async ({ subject }) => {
        await mutateAsync({ params: { id: account.id }, body: { subject: subject?.trim() || null } })
        void message.success(t('identity.done'))
        await onChanged()
      }}
      onClose={onClose}
    >
      <Field name="subject" label={t('identity.subject')} hint={t('identity.subjectHint')}>
        <Input maxLength={255} autoComplete="off" spellCheck={false} />
      </Field>
    </FormDialog>
  )
}
