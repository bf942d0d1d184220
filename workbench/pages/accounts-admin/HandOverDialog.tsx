import { App } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { handOver, listAccounts } from '../../../contracts/accounts/staff.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { DayInput } from '../../parts/form/DayInput.tsx'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../parts/form/ReasonField.tsx'
import { today } from '../../parts/format.ts'
import { type Picked, RemotePick } from '../../parts/pick/RemotePick.tsx'
import type { Account } from './AccountsPage.tsx'
import { useRoleName } from './roles.ts'

interface HandOverDialogProps {
  account: Account
  onClose: () => void
  onChanged: () => Promise<void>
}

interface Entered {
  successorId: Picked
  on: string
  reason: string
}

/** 工作交接: all roles of the leaver, and the work they open, pass on one day. */
export function HandOverDialog({ account, onClose, onChanged }: HandOverDialogProps): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const { message } = App.useApp()
  const roleName = useRoleName()
  const { mutateAsync } = useSubmit(handOver)

  async function find(text: string, signal: AbortSignal) {
    const { rows } = await call(listAccounts, { query: { text: text || undefined, limit: 50 } }, { signal })
    return rows
      .filter(({ id, closed }) => id !== account.id && !closed)
      .map(({ id, account: note, displayName }) => ({ value: id, label: displayName, note }))
  }
  async function submit({ successorId, on, reason }: Entered): Promise<void> {
    const body = { successorId: successorId.value, on, reason }
    const { grants } = await mutateAsync({ params: { id: account.id }, body })
    void message.success(t('handOver.done', { count: grants, name: successorId.label }))
    await onChanged()
  }
  return (
    <FormDialog<Entered>
      name="hand-over"
      title={t('handOver.title', { name: account.displayName })}
      intro={
        <>
          <p>{t('handOver.intro')}</p>
          <ul>
            {account.grants.map((grant) => (
              <li key={grant.id}>
                {roleName(grant.role)} · {grant.placeName ?? grant.bodyName}
              </li>
            ))}
          </ul>
        </>
      }
      initial={{ on: today() }}
      submitLabel={t('handOver.do')}
      submit={submit}
      onClose={onClose}
    >
      <Field name="successorId" label={t('handOver.successor')} hint={t('handOver.successorHint')} required>
        <RemotePick about={['accounts', account.id]} find={find} placeholder={t('handOver.find')} />
      </Field>
      <Field name="on" label={t('handOver.on')} hint={t('handOver.onHint')} required>
        <DayInput />
      </Field>
      <ReasonField />
    </FormDialog>
  )
}
