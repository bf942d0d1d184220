import { useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { Alert, App, Checkbox, Form, Input, Select } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import { blowWhistle, listCallable } from '../../../../contracts/petitions/whistles.ts'
import { call } from '../../../api/client.ts'
import { useMe } from '../../../api/session.ts'
import { useSubmit } from '../../../api/submit.ts'
import { word } from '../../../app/search.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { dateTime } from '../../../parts/format.ts'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { whistleAddress, whistlesAddress } from '../addresses.ts'
import { claimQuery } from '../claim/claim-query.ts'
import { handlerOf, wordOf } from '../deeds/HandlerField.tsx'
import { useReload } from '../deeds/useStep.ts'
import '../petitions.css'

interface Entered {
  placeId: Picked
  matter: string
  urgent?: boolean
  call: string[]
}

/** 吹哨: whom a street, a community or a committee calls to which spot, for which matter; for a claim or without one. */
export function BlowWhistlePage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { message } = App.useApp()
  const router = useRouter()
  const reload = useReload()
  const me = useMe()
  const claimId = word(useLocation().search, 'claim')
  const { mutateAsync } = useSubmit(blowWhistle)
  const made = useRef({ id: '', number: '', dueAt: '' })
  const { data: claim } = useQuery({ ...claimQuery(claimId ?? ''), enabled: claimId !== null })
  if (claimId !== null && !claim) return <Loading />
  const committee = me.grants.find(({ role }) => role === 'committee')?.bodyId ?? null
  return (
    <FormPage<Entered>
      name={`blow-whistle-${claimId ?? ''}`}
      title={t('whistle.blow')}
      crumbs={[{ label: t('whistles.title'), to: whistlesAddress }]}
      intro={t('whistle.blowMeans')}
      initial={claim ? { placeId: { value: claim.placeId, label: claim.placeName } } : {}}
      submit={async ({ placeId, matter, urgent = false, call: called }) => {
        made.current = await mutateAsync({
          body: {
            placeId: placeId.value,
            claimId,
            matter,
            urgent,
            callerBodyId: committee,
            call: called.map(handlerOf),
          },
        })
        await reload()
      }}
      submitLabel={t('whistle.blow')}
      onDone={() => {
        const { id, number, dueAt } = made.current
        void message.success(t('whistle.blown', { number, at: dateTime(dueAt) }))
        void router.navigate({ href: whistleAddress(id) })
      }}
    >
      {claim && (
        <Alert
          className="gz-note"
          type="info"
          showIcon
          title={t('whistle.forClaim', { number: claim.number, category: claim.categoryName })}
        />
      )}
      <Fields />
    </FormPage>
  )
}

function Fields(): ReactNode {
  const { t } = useTranslation('petitions')
  const place: Picked | undefined = Form.useWatch('placeId')
  const { data } = useQuery({
    queryKey: ['petitions-callable', place?.value],
    enabled: place !== undefined && place !== null,
    queryFn: ({ signal }) => call(listCallable, { query: { place: place?.value ?? '' } }, { signal }),
  })
  return (
    <>
      <Field name="placeId" label={t('claim.place')} required>
        <PlacePick />
      </Field>
      <Field name="matter" label={t('whistle.matter')} hint={t('whistle.matterHint')} required>
        <Input.TextArea rows={3} maxLength={longest.note} />
      </Field>
      <Field name="call" label={t('whistle.whom')} hint={t('whistle.whomHint')} required>
        <Select
          mode="multiple"
          disabled={!data}
          maxCount={12}
          showSearch={{ optionFilterProp: 'label' }}
          options={(data?.rows ?? []).map((row) => ({ value: wordOf(row), label: row.name }))}
        />
      </Field>
      <Field name="urgent" label={t('whistle.urgent')} valuePropName="checked">
        <Checkbox>{t('whistle.urgentMeans')}</Checkbox>
      </Field>
    </>
  )
}
