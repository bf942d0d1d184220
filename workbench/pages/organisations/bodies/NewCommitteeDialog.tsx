import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { createCommittee } from '../../../../contracts/organisations/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import type { Named } from '../shared/named.ts'

const kinds = ['owners-committee', 'property-management-committee'] as const

interface Entered {
  kind: (typeof kinds)[number]
  name: string
  seats: number
  electedOn: string
  filedOn?: string | null
  termEndsOn?: string | null
  renewal?: boolean
}

interface NewCommitteeDialogProps {
  compound: Named
  /** One sits already: the new one is a renewal. */
  sits: boolean
  onClose: () => void
  onDone: () => Promise<void>
}

export function NewCommitteeDialog({ compound, sits, onClose, onDone }: NewCommitteeDialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(createCommittee)
  const kind: Entered['kind'] = 'owners-committee'
  const initial = { kind, name: t('committees.nameOf', { compound: compound.name }), renewal: sits }
  return (
    <FormDialog<Entered>
      name="new-committee"
      title={t('committees.newFor', { name: compound.name })}
      initial={initial}
      submitLabel={t('save')}
      onClose={onClose}
      submit={async ({ filedOn, termEndsOn, renewal, ...rest }) => {
        const days = { filedOn: filedOn ?? null, termEndsOn: termEndsOn ?? null }
        await mutateAsync({ body: { ...rest, ...days, compound: compound.code, renewal: renewal ?? false } })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="kind" label={t('bodies.kind')} required>
        <Select options={kinds.map((value) => ({ value, label: t(`bodyKind.${value}`) }))} />
      </Field>
      <Field name="name" label={t('committees.name')} required>
        <Input maxLength={120} />
      </Field>
      <Field name="seats" label={t('committees.seats')} required>
        <InputNumber precision={0} suffix={t('unit.persons')} />
      </Field>
      <Field name="electedOn" label={t('committees.elected')} required>
        <DayInput />
      </Field>
      <Field name="filedOn" label={t('committees.filed')} hint={t('committees.filedHint')}>
        <DayInput />
      </Field>
      <Field name="termEndsOn" label={t('committees.termEnds')}>
        <DayInput />
      </Field>
      <Form.Item name="renewal" valuePropName="checked" extra={t('committees.renewalHint')}>
        <Checkbox>{t('committees.renewal')}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
