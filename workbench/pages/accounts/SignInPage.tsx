import { LockOutlined, SafetyCertificateOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toIdentityProvider } from '../../../contracts/accounts/identity.ts'
import { installation, signIn } from '../../../contracts/accounts/staff.ts'
import { addressOf } from '../../api/address.ts'
import { call } from '../../api/client.ts'
import { useEnter } from '../../api/session.ts'
import { useSubmit } from '../../api/submit.ts'
import { safeBack, word } from '../../app/search.ts'
import { Field } from '../../parts/form/Field.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { Doorway } from './Doorway.tsx'

interface Entered {
  account: string
  password: string
}

export function SignInPage(): ReactNode {
  const { t } = useTranslation('accounts')
  const router = useRouter()
  const search = useSearch({ from: '/sign-in' })
  const enter = useEnter()
  const { mutateAsync } = useSubmit(signIn)
  const { data: install } = useQuery({
    queryKey: ['installation'],
    queryFn: ({ signal }) => call(installation, {}, { signal }),
  })

  const back = safeBack(word(search, 'back'))
  const refused = word(search, 'refused')

  async function submit(body: Entered): Promise<void> {
    enter(await mutateAsync({ body }))
    router.history.replace(back)
  }
  return (
    <Doorway title={t('signIn.title')} intro={t('signIn.intro')} foot={t('signIn.forgotten')}>
      {word(search, 'ended') !== null && (
        <Alert className="gz-note" type="info" showIcon role="status" title={t('signIn.ended')} />
      )}
      {refused !== null && (
        <Alert
          className="gz-note"
          type="error"
          showIcon
          role="alert"
          title={t(`identity.refused.${refused}`, { defaultValue: t('identity.refused.mismatch') })}
        />
      )}
      {install?.needsSetUp && (
        <Alert
          className="gz-note"
          type="info"
          showIcon
          title={t('signIn.needsSetUp')}
          action={<Link to="/set-up">{t('signIn.toSetUp')}</Link>}
        />
      )}
      {install?.demo && <Alert className="gz-note" type="warning" showIcon title={t('signIn.demo')} />}
      <SubmitForm<Entered> name="sign-in" submit={submit} submitLabel={t('signIn.submit')} wideButton>
        <Field name="account" label={t('account')} required>
          <Input
            size="large"
            prefix={<UserOutlined aria-hidden />}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
          />
        </Field>
        <Field name="password" label={t('password')} required>
          <Input.Password
            size="large"
            prefix={<LockOutlined aria-hidden />}
            autoComplete="current-password"
          />
        </Field>
      </SubmitForm>
      {install?.identityProvider && (
        <div className="gz-door-or">
          <span>{t('identity.or')}</span>
          <Button
            block
            size="large"
            icon={<SafetyCertificateOutlined />}
            href={addressOf(toIdentityProvider.path, { query: { back } })}
          >
            {t('identity.with', { name: install.identityProvider })}
          </Button>
        </div>
      )}
    </Doorway>
  )
}
