import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { copyEdition } from '../../../../contracts/standards/editions.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { currentYear } from '../../evaluation/year.ts'
import { usePick } from '../names.ts'
import { editionsQuery } from '../queries.ts'
import { draftAddress, draftsAddress } from './addresses.ts'
import { draftsKey } from './queries.ts'

interface Entered {
  basedOn: string
  code: string
  title: string
  titleEn: string
  fromYear: number
}

/** Next year's edition begins as a copy of a published one. */
export function CopyEditionPage(): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const router = useRouter()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { editions } = useSuspenseQuery(editionsQuery).data
  const { mutateAsync } = useSubmit(copyEdition)
  const made = useRef('')
  const [base] = editions
  const year = currentYear() + 1
  return (
    <FormPage<Entered>
      name="copy-edition"
      title={t('copy.title')}
      crumbs={[{ label: t('title'), to: draftsAddress }]}
      intro={t('copy.intro')}
      submitLabel={t('copy.submit')}
      initial={{
        fromYear: year,
        code: `DB1502-${year}`,
        title: t('copy.nameOf', { year }),
        titleEn: `Evaluation system ${year}`,
        ...(base ? { basedOn: base.id } : {}),
      }}
      submit={async (body) => {
        made.current = (await mutateAsync({ body })).id
      }}
      onDone={() => {
        void message.success(t('copy.done'))
        void client.invalidateQueries({ queryKey: draftsKey })
        void router.navigate({ href: draftAddress(made.current) })
      }}
    >
      <Field name="basedOn" label={t('column.basedOn')} hint={t('copy.basedOnHint')} required>
        <Select
          options={editions.map(({ id, title, titleEn }) => ({
            value: id,
            label: `${pick(title, titleEn)} (${id})`,
          }))}
        />
      </Field>
      <Field name="fromYear" label={t('copy.year')} hint={t('copy.yearHint')} required>
        <InputNumber min={year - 1} max={year + 4} precision={0} />
      </Field>
      <Field name="code" label={t('column.code')} hint={t('copy.codeHint')} required>
        <Input maxLength={40} />
      </Field>
      <Field name="title" label={t('column.titleColumn')} required>
        <Input maxLength={120} />
      </Field>
      <Field name="titleEn" label={t('copy.titleEn')} required>
        <Input maxLength={120} />
      </Field>
    </FormPage>
  )
}
