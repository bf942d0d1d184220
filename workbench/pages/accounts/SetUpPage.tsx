import { Link, useRouter } from '@tanstack/react-router'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setUp } from '../../../contracts/accounts/staff.ts'
import { useEnter } from '../../api/session.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { Doorway } from './Doorway.tsx'
import { NewPassword } from './NewPassword.tsx'

interface Entered {
  token: string
  account: string
  displayName: string
  password: string
  repeated: string
}

/** Once per installation: the token printed on the console makes the first administrator. */
export function SetUpPage(): ReactNode {
  const { t } = useTranslation('accounts')
  const router = useRouter()
  const enter = useEnter()
  const { mutateAsync } = useSubmit(setUp)

  async function submit({ repeated: _, ...body }: Entered): Promise<void> {
    enter(await mutateAsync({ body }))
    await router.navigate({ to: '/', replace: true })
  }
  return (
    <Doorway
      title={t('setUp.title')}
      intro={t('setUp.intro')}
      foot={<Link to="/sign-in">{t('setUp.toSignIn')}</Link>}
    >
      <SubmitForm<Entered> name="set-up" submit={submit} submitLabel={t('setUp.submit')} wideButton>
        <Field name="token" label={t('setUp.token')} hint={t('setUp.tokenHint')} required>
          <Input autoComplete="one-time-code" spellCheck={false} autoFocus />
        </Field>
        <Field name="account" label={t('account')} hint={t('accountHint')} required>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field name="displayName" label={t('displayName')} hint={t('displayNameHint')} required>
          <Input autoComplete="name" maxLength={60} />
        </Field>
        <NewPassword name="password" />
      </SubmitForm>
    </Doorway>
  )
}
