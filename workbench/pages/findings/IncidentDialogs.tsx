import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../contracts/documents/staff.ts'
import {
  amendIncident,
  listNegativeRows,
  stateOnIncident,
  withdrawIncident,
} from '../../../contracts/findings/staff.ts'
import { longest } from '../../../contracts/findings/words.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { EvidenceField } from '../../parts/evidence/EvidenceField.tsx'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../parts/form/ReasonField.tsx'
import { type FindingEntered, FindingFields, sentFinding } from './FindingFields.tsx'
import type { Incident } from './IncidentPage.tsx'

export type IncidentDeed = 'amend' | 'withdraw' | 'state'

interface DialogsProps {
  deed: IncidentDeed
  incident: Incident
  onClose: () => void
}

export function IncidentDialogs({ deed, incident, onClose }: DialogsProps): ReactNode {
  const { t } = useTranslation('findings')
  const { message } = App.useApp()
  const client = useQueryClient()
  const done = async () => {
    void message.success(t('done'))
    await client.invalidateQueries({ queryKey: ['incidents'] })
  }
  const props = { incident, onClose, done }
  if (deed === 'amend') return <Amend {...props} />
  return deed === 'withdraw' ? <Withdraw {...props} /> : <Statement {...props} />
}

type DialogProps = Omit<DialogsProps, 'deed'> & { done: () => Promise<void> }

function Amend({ incident, onClose, done }: DialogProps): ReactNode {
  const { t } = useTranslation('findings')
  const { mutateAsync } = useSubmit(amendIncident)
  const { data } = useQuery({
    queryKey: ['negative-list', incident.year],
    queryFn: ({ signal }) => call(listNegativeRows, { query: { year: incident.year } }, { signal }),
  })
  return (
    <FormDialog<FindingEntered & { reason: string }>
      name="amend-incident"
      title={t('amend')}
      intro={t('amendIntro')}
      submitLabel={t('amend')}
      initial={{ ...incident, reason: '', documentIds: incident.evidence }}
      onClose={onClose}
      submit={async ({ reason, ...entered }) => {
        const body = { ...sentFinding(entered), reason, version: incident.version }
        await mutateAsync({ params: { id: incident.id }, body })
        await done()
      }}
    >
      <FindingFields row={data?.rows.find(({ id }) => id === incident.row)} />
      <ReasonField label={t('amendReason')} />
    </FormDialog>
  )
}

function Withdraw({ incident, onClose, done }: DialogProps): ReactNode {
  const { t } = useTranslation('findings')
  const { mutateAsync } = useSubmit(withdrawIncident)
  return (
    <FormDialog<{ reason: string }>
      name="withdraw-incident"
      title={t('withdraw')}
      intro={t('withdrawIntro')}
      submitLabel={t('withdraw')}
      onClose={onClose}
      submit={async (body) => {
        await mutateAsync({ params: { id: incident.id }, body })
        await done()
      }}
    >
      <ReasonField label={t('withdrawReason')} />
    </FormDialog>
  )
}

function Statement({ incident, onClose, done }: DialogProps): ReactNode {
  const { t } = useTranslation('findings')
  const { mutateAsync } = useSubmit(stateOnIncident)
  return (
    <FormDialog<{ text: string; documentIds?: Evidence[] }>
      name="state-on-incident"
      title={t('doState')}
      intro={t('stateIntro')}
      submitLabel={t('doState')}
      initial={{ text: incident.statement?.text ?? '', documentIds: incident.statement?.evidence ?? [] }}
      onClose={onClose}
      submit={async ({ text, documentIds = [] }) => {
        const ids = documentIds.map(({ id }) => id)
        await mutateAsync({ params: { id: incident.id }, body: { text, documentIds: ids } })
        await done()
      }}
    >
      <Field name="text" label={t('statementText')} required>
        <Input.TextArea rows={5} maxLength={longest.statement} />
      </Field>
      <Field name="documentIds" label={t('evidence')}>
        <EvidenceField most={12} />
      </Field>
    </FormDialog>
  )
}
