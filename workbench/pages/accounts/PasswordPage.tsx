import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { changePassword } from '../../../contracts/accounts/staff.ts'
import { sessionQuery, useMe } from '../../api/session.ts'
import { useSubmit } from '../../api/submit.ts'
import { safeBack, word } from '../../app/search.ts'
import { Field } from '../../parts/form/Field.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { Doorway } from './Doorway.tsx'
import { NewPassword } from './NewPassword.tsx'

interface Entered {
  current: string
  next: string
  repeated: string
}

export function PasswordPage(): ReactNode {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const router = useRouter()
  const search = useSearch({ strict: false })
  const forced = me.hold === 'change-password'
  const client = useQueryClient()
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(changePassword)

  async function submit({ repeated: _, ...body }: Entered): Promise<void> {
    await mutateAsync({ body })
    // Rights and the demand to change are the server's to say anew.
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    void message.success(t('change.done'))
    router.history.replace(safeBack(word(search, 'back')))
  }
  return (
    <Doorway
      title={t('change.title')}
      intro={
        forced
          ? t(me.passwordAged && !me.mustChangePassword ? 'change.aged' : 'change.must')
          : t('change.intro', { account: me.account })
      }
      foot={forced ? undefined : <Link to="/">{t('change.back')}</Link>}
    >
      <SubmitForm<Entered> name="change-password" submit={submit} submitLabel={t('change.submit')} wideButton>
        <Field name="current" label={t('currentPassword')} required>
          <Input.Password autoComplete="current-password" autoFocus />
        </Field>
        <NewPassword name="next" />
      </SubmitForm>
    </Doorway>
  )
}
