import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { withdrawMassIncident } from '../../../../contracts/petitions/mass-incidents.ts'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { useReload } from '../deeds/useStep.ts'
import type { MassIncident } from './MassIncidentsPage.tsx'

/** The finding was taken back: it no longer counts, and stays to be read with its reason. */
export function WithdrawIncident({
  incident,
  onClose,
}: {
  incident: MassIncident
  onClose: () => void
}): ReactNode {
  const { t } = useTranslation('petitions')
  const { message } = App.useApp()
  const reload = useReload()
  const { mutateAsync } = useSubmit(withdrawMassIncident)
  return (
    <FormDialog<{ reason: string }>
      name="withdraw-mass-incident"
      title={`${t('incident.withdraw')} · ${incident.placeName}`}
      intro={t('incident.withdrawMeans')}
      submitLabel={t('incident.withdraw')}
      onClose={onClose}
      submit={async ({ reason }) => {
        await mutateAsync({ params: { id: incident.id }, body: { reason, version: incident.version } })
        void message.success(t('incident.withdrawn'))
        await reload()
      }}
    >
      <Field name="reason" label={t('field.reason')} required>
        <Input.TextArea rows={3} maxLength={longest.reason} />
      </Field>
    </FormDialog>
  )
}
