import { useRouter } from '@tanstack/react-router'
import { App, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { createBody, createEnterprise } from '../../../../contracts/organisations/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import { bodyAddress } from '../addresses.ts'

const kinds = ['enterprise', 'other-manager', 'association', 'department', 'residents-committee'] as const

interface Entered {
  kind: (typeof kinds)[number]
  name: string
  uscc?: string
  place: Picked
  validFrom: string
}

/** Providers are known by their credit code; a residents committee or department by its place. */
export function NewBodyDialog({
  onClose,
  onDone,
}: {
  onClose: () => void
  onDone: () => Promise<void>
}): ReactNode {
  const { t } = useTranslation('organisations')
  const router = useRouter()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entered>()
  const kind = Form.useWatch('kind', form) ?? 'enterprise'
  const enterprise = useSubmit(createEnterprise)
  const body = useSubmit(createBody)
  const provides = kind === 'enterprise' || kind === 'other-manager'

  async function submit({ kind: chosen, name, uscc = '', place, validFrom }: Entered): Promise<void> {
    const of = { name, validFrom }
    const { id } =
      chosen === 'enterprise' || chosen === 'other-manager'
        ? await enterprise.mutateAsync({ body: { ...of, kind: chosen, uscc, seat: place.value } })
        : await body.mutateAsync({
            body: { ...of, kind: chosen, uscc: uscc.trim() || null, place: place.value },
          })
    void message.success(t('saved'))
    await onDone()
    await router.navigate({ href: bodyAddress(id) })
  }
  return (
    <FormDialog<Entered>
      name="new-body"
      form={form}
      title={t('bodies.new')}
      initial={{ kind: 'enterprise' }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={submit}
    >
      <Field name="kind" label={t('bodies.kind')} required>
        <Select options={kinds.map((value) => ({ value, label: t(`bodyKind.${value}`) }))} />
      </Field>
      <Field name="name" label={t('bodies.name')} hint={t('bodies.nameHint')} required>
        <Input maxLength={120} />
      </Field>
      <Field name="uscc" label={t('bodies.uscc')} hint={t('bodies.usccHint')} required={provides}>
        <Input maxLength={18} autoCapitalize="characters" spellCheck={false} />
      </Field>
      <Field name="place" label={t('bodies.place')} hint={t('bodies.placeHint')} required>
        <PlacePick key={kind} kind={kind === 'residents-committee' ? 'community' : undefined} by="code" />
      </Field>
      <Field name="validFrom" label={t('bodies.from')} required>
        <DayInput />
      </Field>
    </FormDialog>
  )
}
