import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ownMail, setOwnMail } from '../../../contracts/accounts/mail.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'

const key = ['accounts', 'own-mail']

/** Where one's notices go besides this page; left empty, nowhere. */
export function MailDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('notices')
  const client = useQueryClient()
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(setOwnMail)
  const { data, error } = useQuery({ queryKey: key, queryFn: ({ signal }) => call(ownMail, {}, { signal }) })
  if (!data && !error) return null
  return (
    <FormDialog<{ address?: string }>
      name="own-mail"
      title={t('mail.title')}
      intro={t('mail.intro')}
      initial={{ address: data?.address ?? '' }}
      submitLabel={t('mail.save')}
      onClose={onClose}
      submit={async ({ address = '' }) => {
        await mutateAsync({ body: { address: address.trim() === '' ? null : address.trim() } })
        await client.invalidateQueries({ queryKey: key })
        void message.success(t('mail.saved'))
      }}
    >
      <Field name="address" label={t('mail.address')} hint={t('mail.hint')}>
        <Input type="email" autoComplete="email" maxLength={200} />
      </Field>
    </FormDialog>
  )
}
