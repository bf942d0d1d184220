import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/form/Field.tsx'

/** A new password typed twice; whether it is good enough the server says. `name` is the contract's field. */
export function NewPassword({ name }: { name: string }): ReactNode {
  const { t } = useTranslation('accounts')
  return (
    <>
      <Field name={name} label={t('newPassword')} hint={t('passwordHint')} required>
        <Input.Password autoComplete="new-password" />
      </Field>
      <Field
        name="repeated"
        label={t('repeatPassword')}
        required
        dependencies={[name]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue(name)
                ? Promise.resolve()
                : Promise.reject(new Error(t('notSame'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Field>
    </>
  )
}
