import { useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../contracts/documents/staff.ts'
import { recordMassIncident } from '../../../../contracts/petitions/mass-incidents.ts'
import { useSubmit } from '../../../api/submit.ts'
import { word } from '../../../app/search.ts'
import { EvidenceField } from '../../../parts/evidence/EvidenceField.tsx'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { incidentsAddress } from '../addresses.ts'
import { claimQuery } from '../claim/claim-query.ts'
import { useReload } from '../deeds/useStep.ts'
import '../petitions.css'

interface Entered {
  placeId: Picked
  happenedOn: string
  finding: string
  issuer: string
  documentIds?: Evidence[]
}

/** 登记群体性事件认定, with the finding's paper. */
export function RecordIncidentPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { message } = App.useApp()
  const router = useRouter()
  const reload = useReload()
  const claimId = word(useLocation().search, 'claim')
  const { mutateAsync } = useSubmit(recordMassIncident)
  const { data: claim } = useQuery({ ...claimQuery(claimId ?? ''), enabled: claimId !== null })
  if (claimId !== null && !claim) return <Loading />
  return (
    <FormPage<Entered>
      name="record-mass-incident"
      title={t('incident.record')}
      crumbs={[{ label: t('incidents.title'), to: incidentsAddress }]}
      intro={t('incident.recordMeans')}
      initial={claim ? { placeId: { value: claim.placeId, label: claim.placeName } } : {}}
      submit={async ({ placeId, documentIds = [], ...entered }) => {
        const ids = documentIds.map(({ id }) => id)
        await mutateAsync({ body: { ...entered, placeId: placeId.value, claimId, documentIds: ids } })
        await reload()
      }}
      submitLabel={t('incident.record')}
      onDone={() => {
        void message.success(t('incident.recorded'))
        void router.navigate({ href: incidentsAddress })
      }}
    >
      <Field name="placeId" label={t('claim.place')} required>
        <PlacePick />
      </Field>
      <Field name="happenedOn" label={t('incident.day')} required>
        <DayInput />
      </Field>
      <Field name="finding" label={t('incident.finding')} hint={t('incident.findingHint')} required>
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Field>
      <Field name="issuer" label={t('incident.issuer')} required>
        <Input maxLength={80} />
      </Field>
      <Field name="documentIds" label={t('incident.paper')}>
        <EvidenceField most={9} />
      </Field>
    </FormPage>
  )
}
