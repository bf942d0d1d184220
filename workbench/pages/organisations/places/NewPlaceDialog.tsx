import { App, Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { createPlace } from '../../../../contracts/organisations/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { today } from '../../../parts/format.ts'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'

const kinds = ['district', 'street', 'community'] as const
const above = { district: 'city', street: 'district', community: 'street' } as const

interface Entered {
  kind: (typeof kinds)[number]
  parent: Picked
  name: string
  code: string
  inBuiltUpArea?: boolean
  validFrom: string
}

export function NewPlaceDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const [form] = Form.useForm<Entered>()
  const kind = Form.useWatch('kind', form) ?? 'community'
  const { mutateAsync } = useSubmit(createPlace)
  return (
    <FormDialog<Entered>
      name="new-place"
      form={form}
      title={t('places.new')}
      intro={t('places.newIntro')}
      initial={{ kind: 'community', validFrom: today(), inBuiltUpArea: true }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={async ({ parent, inBuiltUpArea, ...rest }) => {
        await mutateAsync({ body: { ...rest, parent: parent.value, inBuiltUpArea: inBuiltUpArea ?? false } })
        void message.success(t('saved'))
        onDone()
      }}
    >
      <Field name="kind" label={t('places.kind')} required>
        <Select<Entered['kind']>
          options={kinds.map((value) => ({ value, label: t(`placeKind.${value}`) }))}
          onChange={() => form.setFieldValue('parent', null)}
        />
      </Field>
      <Field name="parent" label={t('places.parent')} required>
        <PlacePick key={kind} kind={above[kind]} by="code" />
      </Field>
      <Field name="name" label={t('places.name')} required>
        <Input maxLength={80} />
      </Field>
      <Field name="code" label={t('code')} hint={t('places.codeHint')} required>
        <Input maxLength={12} inputMode="numeric" />
      </Field>
      <Form.Item name="inBuiltUpArea" valuePropName="checked">
        <Checkbox>{t('rename.builtUp')}</Checkbox>
      </Form.Item>
      <Field name="validFrom" label={t('validFrom')} required>
        <DayInput />
      </Field>
    </FormDialog>
  )
}
