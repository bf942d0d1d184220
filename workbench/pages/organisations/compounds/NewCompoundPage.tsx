import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Checkbox, Form, Input } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type compoundProfile, createCompound } from '../../../../contracts/organisations/staff.ts'
import { Problem } from '../../../api/problem.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { today } from '../../../parts/format.ts'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import { compoundAddress, compoundsAddress } from '../addresses.ts'
import { optional, ProfileFields } from './ProfileFields.tsx'

type Entered = z.infer<typeof compoundProfile> & {
  community: Picked
  name: string
  code?: string
  validFrom: string
  distinct?: boolean
}

/** A new compound. Where one alike is on record the server names it, and the person confirms that it is another. */
export function NewCompoundPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const router = useRouter()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [asksDistinct, setAsksDistinct] = useState(false)
  const made = useRef('')
  const { mutateAsync } = useSubmit(createCompound)

  async function submit({ community, code, distinct, ...rest }: Entered): Promise<void> {
    const body = {
      ...rest,
      community: community.value,
      code: optional(code),
      distinct: distinct ?? false,
      renovatedOn: rest.renovatedOn ?? null,
      committeeImpossibleReason: optional(rest.committeeImpossibleReason),
    }
    const { id } = await mutateAsync({ body }).catch((error: unknown) => {
      const alike = error instanceof Problem && error.errors.some(({ field }) => field === 'distinct')
      if (alike) setAsksDistinct(true)
      throw error
    })
    made.current = id
  }
  return (
    <FormPage<Entered>
      name="new-compound"
      title={t('compounds.new')}
      crumbs={[{ label: t('compounds.title'), to: compoundsAddress }]}
      intro={t('compounds.newIntro')}
      initial={{ validFrom: today() }}
      submitLabel={t('compounds.create')}
      submit={submit}
      onDone={() => {
        void message.success(t('saved'))
        void client.invalidateQueries({ queryKey: ['organisations-compounds'] })
        void router.navigate({ href: compoundAddress(made.current) })
      }}
    >
      <Field name="community" label={t('placeKind.community')} hint={t('compounds.communityHint')} required>
        <PlacePick kind="community" by="code" />
      </Field>
      <Field name="name" label={t('compounds.name')} hint={t('compounds.nameHint')} required>
        <Input maxLength={80} />
      </Field>
      <Form.Item
        name="distinct"
        valuePropName="checked"
        hidden={!asksDistinct}
        extra={t('compounds.distinctHint')}
      >
        <Checkbox>{t('compounds.distinct')}</Checkbox>
      </Form.Item>
      <Field name="code" label={t('code')} hint={t('compounds.codeHint')}>
        <Input maxLength={20} />
      </Field>
      <ProfileFields />
      <Field name="validFrom" label={t('validFrom')} hint={t('compounds.validFromHint')} required>
        <DayInput />
      </Field>
    </FormPage>
  )
}
