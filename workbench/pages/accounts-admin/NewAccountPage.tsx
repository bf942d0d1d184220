import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createAccount } from '../../../contracts/accounts/staff.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { FormPage } from '../../parts/form/FormPage.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { accountAddress } from './AccountsPage.tsx'
import { type GrantEntered, GrantFields, grantOf } from './GrantFields.tsx'
import { type Once, PasswordOnce } from './PasswordOnce.tsx'
import { ThreeAdministrators } from './ThreeAdministrators.tsx'
import './accounts-admin.css'

interface Entered {
  account: string
  displayName: string
  phone?: string
  grants?: GrantEntered[]
}

/** A new account; afterwards its one-time password, which is never shown again. */
export function NewAccountPage(): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const client = useQueryClient()
  const router = useRouter()
  const [made, setMade] = useState<Once | null>(null)
  const { mutateAsync } = useSubmit(createAccount)
  const crumbs = [{ label: t('title'), to: '/accounts' }]

  async function submit({ account, displayName, phone, grants = [] }: Entered): Promise<void> {
    const body = { account, displayName, phone: phone?.trim() || null, grants: grants.map(grantOf) }
    const { account: name, oneTimePassword } = await mutateAsync({ body })
    setMade({ account: name, displayName, oneTimePassword })
  }
  if (made)
    return (
      <div className="gz-page">
        <PageHead title={t('made', { account: made.account })} crumbs={crumbs} />
        <section className="gz-card gz-form-page" aria-label={t('once.title')}>
          <PasswordOnce passwords={[made]} />
          <div className="gz-form-end">
            <Button onClick={() => void router.navigate({ href: accountAddress(made.account) })}>
              {t('openAccount')}
            </Button>
            <Button onClick={() => setMade(null)}>{t('another')}</Button>
          </div>
        </section>
      </div>
    )
  return (
    <FormPage<Entered>
      name="new-account"
      title={t('new')}
      crumbs={crumbs}
      intro={t('newIntro')}
      submit={submit}
      submitLabel={t('create')}
      initial={{ grants: [{} as GrantEntered] }}
      onDone={() => void client.invalidateQueries({ queryKey: ['accounts'] })}
    >
      <Field name="account" label={t('account')} hint={t('accountHint')} required>
        <Input autoCapitalize="none" spellCheck={false} autoComplete="off" maxLength={32} />
      </Field>
      <Field name="displayName" label={t('displayName')} hint={t('displayNameHint')} required>
        <Input autoComplete="off" maxLength={60} />
      </Field>
      <Field name="phone" label={t('phone.label')} hint={t('phone.hint')}>
        <Input autoComplete="off" inputMode="tel" maxLength={30} />
      </Field>
      <GrantList />
      <ThreeAdministrators />
    </FormPage>
  )
}

/** Usually one role; a second where the person has two posts. */
function GrantList(): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const entered: (GrantEntered | undefined)[] = Form.useWatch('grants') ?? []
  const roles = entered.map((grant) => grant?.role)
  return (
    <Form.List name="grants">
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key} className="gz-fieldset">
              <legend>
                {t('grantNumber', { number: index + 1 })}
                {fields.length > 1 && (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('removeGrant', { number: index + 1 })}
                    onClick={() => remove(name)}
                  />
                )}
              </legend>
              <GrantFields
                at={name}
                held={roles.flatMap((role, at) => (role === undefined || at === name ? [] : [role]))}
              />
            </fieldset>
          ))}
          <Button icon={<PlusOutlined />} className="gz-fieldset-add" onClick={() => add({})}>
            {t('addGrant')}
          </Button>
          <Form.ErrorList errors={errors} />
        </>
      )}
    </Form.List>
  )
}
