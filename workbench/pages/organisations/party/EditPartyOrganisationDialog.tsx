import { App, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { editPartyOrganisation } from '../../../../contracts/party-organisations/staff.ts'
import { type OrganisationForm, organisationForm } from '../../../../contracts/party-organisations/words.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import type { PartyOrganisation } from './PartyOrganisationPage.tsx'

interface Entered {
  form: OrganisationForm
  formalMembers: number
  to?: string | null
}
interface EditPartyOrganisationDialogProps {
  organisation: PartyOrganisation
  onClose: () => void
  onDone: () => Promise<void>
}

export function EditPartyOrganisationDialog(props: EditPartyOrganisationDialogProps): ReactNode {
  const { organisation, onClose, onDone } = props
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(editPartyOrganisation)
  const { id, form, formalMembers, to, version } = organisation
  return (
    <FormDialog<Entered>
      name="edit-party-organisation"
      title={t('party.editTitle', { name: organisation.name })}
      initial={{ form, formalMembers, to }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={async (entered) => {
        await mutateAsync({ params: { id }, body: { ...entered, to: entered.to ?? null, version } })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="form" label={t('party.form')} hint={t('party.formHint')} clause="4.5.1" required>
        <Select<OrganisationForm>
          options={organisationForm.options.map((value) => ({
            value,
            label: t(`organisationForm.${value}`),
          }))}
        />
      </Field>
      <Field name="formalMembers" label={t('party.members')} hint={t('party.membersHint')} required>
        <InputNumber min={0} precision={0} suffix={t('unit.persons')} />
      </Field>
      <Field name="to" label={t('party.to')} hint={t('party.toHint')}>
        <DayInput />
      </Field>
    </FormDialog>
  )
}
