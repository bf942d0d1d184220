import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Role, role } from '../../../contracts/accounts/words.ts'
import { Field } from '../../parts/form/Field.tsx'
import { BodyPick } from '../../parts/pick/BodyPick.tsx'
import { PlacePick } from '../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../parts/pick/RemotePick.tsx'
import { excludes, scopeOf } from './role-scope.ts'
import { useRoleName } from './roles.ts'

/** A grant as the form holds it: what was picked with its name. */
export interface GrantEntered {
  role: Role
  placeId?: Picked | null
  bodyId?: Picked | null
}

/** What the contract takes. */
export function grantOf({ role, placeId, bodyId }: GrantEntered) {
  const of = scopeOf(role).of
  return {
    role,
    placeId: of === 'place' ? (placeId?.value ?? null) : null,
    bodyId: of === 'body' ? (bodyId?.value ?? null) : null,
  }
}

interface GrantFieldsProps {
  /** Place of the grant in the form's list of grants; left out when it is the whole form. */
  at?: number
  /** Roles that the account holds already. */
  held: readonly Role[]
}

/** Role, and then the place or body it is held for. */
export function GrantFields({ at, held }: GrantFieldsProps): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const roleName = useRoleName()
  const form = Form.useFormInstance()
  // Fields of a list are named within it, but watched and set by their whole path.
  const named = (field: string) => (at === undefined ? field : [at, field])
  const whole = (field: string) => (at === undefined ? [field] : ['grants', at, field])
  const chosen: Role | undefined = Form.useWatch(whole('role'), form)
  const scope = chosen && scopeOf(chosen)
  return (
    <>
      <Field name={named('role')} label={t('role')} hint={t('roleHint')} required>
        <Select<Role>
          showSearch={{ optionFilterProp: 'label' }}
          options={role.options.map((value) => ({
            value,
            label: roleName(value),
            disabled: excludes(held, value),
          }))}
          onChange={() => {
            form.setFieldValue(whole('placeId'), null)
            form.setFieldValue(whole('bodyId'), null)
          }}
        />
      </Field>
      {scope?.of === 'place' && (
        <Field name={named('placeId')} label={t('place')} hint={t('placeHint')} required>
          <PlacePick key={chosen} kind={scope.kind} />
        </Field>
      )}
      {scope?.of === 'body' && (
        <Field name={named('bodyId')} label={t('body')} hint={t('bodyHint')} required>
          <BodyPick key={chosen} kinds={scope.kinds} />
        </Field>
      )}
    </>
  )
}
