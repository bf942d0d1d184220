import { useRouter } from '@tanstack/react-router'
import { App, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { createPartyOrganisation } from '../../../../contracts/party-organisations/staff.ts'
import { type OrganisationForm, organisationForm } from '../../../../contracts/party-organisations/words.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { BodyPick } from '../../../parts/pick/BodyPick.tsx'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import { partyOrganisationAddress } from '../addresses.ts'

const hosts = ['provider', 'committee', 'community', 'project', 'none'] as const

interface Entered {
  name: string
  place: Picked
  form: OrganisationForm
  host: (typeof hosts)[number]
  of?: Picked | null
  formalMembers: number
  foundedOn: string
}

/** It covers its own host or project from its founding; others it reaches are recorded as coverage. */
export function NewPartyOrganisationDialog({
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
  const host = Form.useWatch('host', form)
  const { mutateAsync } = useSubmit(createPartyOrganisation)

  async function submit({ place, host: kind, of, ...rest }: Entered): Promise<void> {
    const code = of?.value ?? null
    const body = kind === 'project' || kind === 'none' ? null : code
    const compound = kind === 'project' ? code : null
    const { id } = await mutateAsync({ body: { ...rest, place: place.value, body, compound } })
    void message.success(t('saved'))
    await onDone()
    await router.navigate({ href: partyOrganisationAddress(id) })
  }
  return (
    <FormDialog<Entered>
      name="new-party-organisation"
      form={form}
      title={t('party.new')}
      initial={{ form: 'own', host: 'provider' }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={submit}
    >
      <Field name="name" label={t('party.name')} hint={t('party.nameHint')} required>
        <Input maxLength={120} />
      </Field>
      <Field name="place" label={t('party.place')} hint={t('party.placeHint')} required>
        <PlacePick by="code" />
      </Field>
      <Field name="form" label={t('party.form')} hint={t('party.formHint')} clause="4.5.1" required>
        <Select<OrganisationForm>
          options={organisationForm.options.map((value) => ({
            value,
            label: t(`organisationForm.${value}`),
          }))}
        />
      </Field>
      <Field name="host" label={t('party.hostKind')} required>
        <Select
          options={hosts.map((value) => ({ value, label: t(`party.hosts.${value}`) }))}
          onChange={() => form.setFieldValue('of', null)}
        />
      </Field>
      {host === 'provider' && (
        <Field name="of" label={t('party.hosts.provider')} required>
          <BodyPick kinds={['enterprise', 'other-manager', 'association']} by="uscc" />
        </Field>
      )}
      {(host === 'committee' || host === 'project') && (
        <Field name="of" label={t('compounds.one')} required>
          <PlacePick kind="compound" by="code" />
        </Field>
      )}
      {host === 'community' && (
        <Field name="of" label={t('placeKind.community')} required>
          <PlacePick kind="community" by="code" />
        </Field>
      )}
      <Field name="formalMembers" label={t('party.members')} hint={t('party.membersHint')} required>
        <InputNumber min={0} precision={0} suffix={t('unit.persons')} />
      </Field>
      <Field name="foundedOn" label={t('party.founded')} required>
        <DayInput />
      </Field>
    </FormDialog>
  )
}
