import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { getPlace, listPlaces, splitPlace } from '../../../../contracts/organisations/staff.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { today } from '../../../parts/format.ts'
import { placesAddress } from '../addresses.ts'
import { RecordFrame } from '../shared/RecordFrame.tsx'
import { FromDay } from './PlaceDialogs.tsx'
import type { PlaceRecord } from './PlacePage.tsx'

interface Entered {
  on: string
  into: { code: string; name: string; children?: string[] }[]
}

/** The place ends and new ones take what lay below it: each goes to exactly one of them. */
export function SplitPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['organisations', 'place', id],
    queryFn: ({ signal }) => call(getPlace, { params: { id } }, { signal }),
  })
  return (
    <RecordFrame
      query={query}
      title={t('split.do')}
      crumbs={[{ label: t('places.title'), to: placesAddress }]}
    >
      {(place) => <Split place={place} />}
    </RecordFrame>
  )
}

function Split({ place }: { place: PlaceRecord }): ReactNode {
  const { t } = useTranslation('organisations')
  const router = useRouter()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(splitPlace)
  const { data } = useQuery({
    queryKey: ['organisations', 'places', 'below', place.id],
    queryFn: ({ signal }) => call(listPlaces, { query: { parent: place.id, limit: 200 } }, { signal }),
  })
  const own = `${placesAddress}/${place.id}`
  return (
    <FormPage<Entered>
      name={`split-${place.id}`}
      title={t('split.title', { name: place.name })}
      crumbs={[
        { label: t('places.title'), to: placesAddress },
        { label: place.name, to: own },
      ]}
      intro={t('split.intro', { name: place.name })}
      initial={{
        on: today(),
        into: [
          { code: '', name: '' },
          { code: '', name: '' },
        ],
      }}
      submitLabel={t('split.do')}
      submit={({ on, into }) =>
        mutateAsync({
          params: { id: place.id },
          body: { on, into: into.map((one) => ({ ...one, children: one.children ?? [] })) },
        })
      }
      onDone={() => {
        void client.invalidateQueries({ queryKey: ['organisations'] })
        void router.navigate({ href: own })
      }}
    >
      <SuccessorFields below={data?.rows ?? []} />
      <FromDay />
    </FormPage>
  )
}

/** A place below that is given to one successor is no longer offered to the others. */
function SuccessorFields({ below }: { below: { id: string; name: string }[] }): ReactNode {
  const { t } = useTranslation('organisations')
  const into: (Entered['into'][number] | undefined)[] = Form.useWatch('into') ?? []
  const givenElsewhere = (at: number) =>
    new Set(into.flatMap((one, index) => (index === at ? [] : (one?.children ?? []))))
  return (
    <Form.List name="into">
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="gz-fieldset">
              <legend>
                {t('split.number', { number: name + 1 })}
                {fields.length > 2 && (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('split.remove', { number: name + 1 })}
                    onClick={() => remove(name)}
                  />
                )}
              </legend>
              <Field name={[name, 'name']} label={t('places.name')} required>
                <Input maxLength={80} />
              </Field>
              <Field name={[name, 'code']} label={t('code')} hint={t('places.codeHint')} required>
                <Input maxLength={12} inputMode="numeric" />
              </Field>
              <Field name={[name, 'children']} label={t('split.children')} hint={t('split.childrenHint')}>
                <Select<string[]>
                  mode="multiple"
                  showSearch={{ optionFilterProp: 'label' }}
                  options={below
                    .filter(({ id }) => !givenElsewhere(name).has(id))
                    .map(({ id, name: label }) => ({ value: id, label }))}
                />
              </Field>
            </fieldset>
          ))}
          <Button
            icon={<PlusOutlined />}
            className="gz-fieldset-add"
            onClick={() => add({ code: '', name: '' })}
          >
            {t('split.add')}
          </Button>
          <Form.ErrorList errors={errors} />
        </>
      )}
    </Form.List>
  )
}
