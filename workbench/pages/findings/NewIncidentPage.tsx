import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Form, Input, Select } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { listNegativeRows, recordIncident } from '../../../contracts/findings/staff.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { FormPage } from '../../parts/form/FormPage.tsx'
import { BodyPick } from '../../parts/pick/BodyPick.tsx'
import { PlacePick } from '../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../parts/pick/RemotePick.tsx'
import { usePick } from '../standards/names.ts'
import { incidentAddress, incidentsAddress } from './addresses.ts'
import { type FindingEntered, FindingFields, sentFinding } from './FindingFields.tsx'

interface Entered extends FindingEntered {
  year: number
  row: string
  number: string
  districtId: Picked
  enterpriseId: Picked
  projectId?: Picked | null
}

const thisYear = new Date().getFullYear()
const years = [thisYear, thisYear - 1].map((value) => ({ value, label: String(value) }))

/** 登记负面清单事件: which row, whose, and by which finding. */
export function NewIncidentPage(): ReactNode {
  const { t } = useTranslation('findings')
  const { message } = App.useApp()
  const router = useRouter()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(recordIncident)
  const made = useRef('')
  async function submit(entered: Entered): Promise<void> {
    const { year, row, number, districtId, enterpriseId, projectId } = entered
    const { id } = await mutateAsync({
      body: {
        year,
        row,
        number,
        districtId: districtId.value,
        enterpriseId: enterpriseId.value,
        projectId: projectId?.value ?? null,
        ...sentFinding(entered),
      },
    })
    made.current = id
  }
  return (
    <FormPage<Entered>
      name="record-incident"
      title={t('record')}
      crumbs={[{ label: t('incidents'), to: incidentsAddress }]}
      intro={t('recordIntro')}
      initial={{ year: thisYear }}
      submit={submit}
      submitLabel={t('record')}
      onDone={() => {
        void message.success(t('recorded'))
        void client.invalidateQueries({ queryKey: ['incidents'] })
        void router.navigate({ href: incidentAddress(made.current) })
      }}
    >
      <Fields />
    </FormPage>
  )
}

function Fields(): ReactNode {
  const { t } = useTranslation('findings')
  const pick = usePick()
  const year: number = Form.useWatch('year') ?? thisYear
  const chosen: string | undefined = Form.useWatch('row')
  const { data } = useQuery({
    queryKey: ['negative-list', year],
    queryFn: ({ signal }) => call(listNegativeRows, { query: { year } }, { signal }),
  })
  const rows = data?.rows ?? []
  return (
    <>
      <Field name="year" label={t('year')} required>
        <Select options={years} />
      </Field>
      <Field name="row" label={t('row')} required>
        <Select
          options={rows.map(({ id, title, titleEn }) => ({
            value: id,
            label: `${id} ${pick(title, titleEn)}`,
          }))}
        />
      </Field>
      <Field name="districtId" label={t('district')} required>
        <PlacePick kind="district" />
      </Field>
      <Field name="enterpriseId" label={t('enterprise')} required>
        <BodyPick kinds={['enterprise']} />
      </Field>
      <Field name="projectId" label={t('project')} hint={t('projectHint')}>
        <PlacePick kind="compound" />
      </Field>
      <Field name="number" label={t('number')} hint={t('numberHint')} required>
        <Input maxLength={60} />
      </Field>
      <FindingFields row={rows.find(({ id }) => id === chosen)} />
    </>
  )
}
