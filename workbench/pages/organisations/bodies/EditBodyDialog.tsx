import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { editBody } from '../../../../contracts/organisations/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import type { BodyRecord } from './BodyPage.tsx'

interface Entered {
  name: string
  placeId: Picked
  to?: string | null
}

export function EditBodyDialog({
  body,
  onClose,
  onDone,
}: {
  body: BodyRecord
  onClose: () => void
  onDone: () => Promise<void>
}): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(editBody)
  const { id, name, placeId, placeName, to, version } = body
  return (
    <FormDialog<Entered>
      name="edit-body"
      title={t('bodies.editTitle', { name })}
      initial={{ name, placeId: { value: placeId, label: placeName }, to }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={async (entered) => {
        const next = { name: entered.name, placeId: entered.placeId.value, to: entered.to ?? null, version }
        await mutateAsync({ params: { id }, body: next })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="name" label={t('bodies.name')} required>
        <Input maxLength={120} />
      </Field>
      <Field name="placeId" label={t('bodies.place')} required>
        <PlacePick />
      </Field>
      <Field name="to" label={t('bodies.to')} hint={t('bodies.toHint')}>
        <DayInput />
      </Field>
    </FormDialog>
  )
}
