import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Alert, App, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { openRound } from '../../../../contracts/evaluation/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import { usePick } from '../../standards/names.ts'
import { editionsQuery } from '../../standards/queries.ts'
import { roundAddress, roundsAddress } from '../addresses.ts'
import { roundsQuery } from '../queries.ts'
import { currentYear } from '../year.ts'

interface Entered {
  year: number
  name: string
  edition: string
  placeId: Picked
  again?: boolean
}

/** A year has one round (6.8.2); a second one for the same place is opened only on purpose. */
function Another(): ReactNode {
  const { t } = useTranslation('evaluation')
  const form = Form.useFormInstance<Entered>()
  const year = Form.useWatch('year', form)
  const place = Form.useWatch('placeId', form)
  const { data } = useQuery(roundsQuery)
  const other = data?.rows.find(
    (row) => row.year === year && row.placeId === place?.value && row.state !== 'closed',
  )
  if (!other) return null
  const { name, placeName } = other
  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="status"
        title={t('open.another', { year, name, place: placeName, state: t(`rounds.states.${other.state}`) })}
      />
      <Form.Item name="again" valuePropName="checked">
        <Checkbox>{t('open.again')}</Checkbox>
      </Form.Item>
    </>
  )
}

/** Opens a year's round: the edition is pinned with it, the calendar year is its period (6.8.2). */
export function OpenRoundPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const router = useRouter()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { editions } = useSuspenseQuery(editionsQuery).data
  const { own } = useJurisdiction()
  const { mutateAsync } = useSubmit(openRound)
  const made = useRef('')
  const year = currentYear()
  const place = own[0]
  const edition = editions[0]?.id
  return (
    <FormPage<Entered>
      name="open-round"
      title={t('open.title')}
      crumbs={[{ label: t('rounds.title'), to: roundsAddress }]}
      intro={t('open.intro')}
      submitLabel={t('open.submit')}
      initial={{
        year,
        name: t('open.nameOf', { year }),
        ...(edition === undefined ? {} : { edition }),
        ...(place ? { placeId: { value: place.id, label: place.name } } : {}),
      }}
      submit={async ({ placeId, ...rest }) => {
        made.current = (await mutateAsync({ body: { ...rest, placeId: placeId.value } })).id
      }}
      onDone={() => {
        void message.success(t('open.done'))
        void client.invalidateQueries({ queryKey: ['evaluation-rounds'] })
        void router.navigate({ href: roundAddress(made.current) })
      }}
    >
      <Field name="year" label={t('rounds.year')} hint={t('open.yearHint')} clause="6.8.2" required>
        <InputNumber min={2021} max={year + 1} precision={0} />
      </Field>
      <Field name="name" label={t('open.name')} hint={t('open.nameHint')} required>
        <Input maxLength={60} />
      </Field>
      <Field name="edition" label={t('rounds.edition')} hint={t('open.editionHint')} required>
        <Select
          options={editions.map(({ id, title, titleEn }) => ({
            value: id,
            label: `${pick(title, titleEn)} (${id})`,
          }))}
        />
      </Field>
      <Field name="placeId" label={t('rounds.place')} hint={t('open.placeHint')} required>
        <PlacePick />
      </Field>
      <Another />
    </FormPage>
  )
}
