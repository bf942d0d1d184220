import { Form, Input, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../parts/form/Field.tsx'
import { SubmitForm } from '../../../parts/form/SubmitForm.tsx'
import { useDraft } from './useDraft.tsx'

interface Entered {
  title: string
  titleEn: string
  fromYear: number
}

/** What the edition is called, and from which year it can be chosen. */
export function TitleForm(): ReactNode {
  const { t } = useTranslation('editions')
  const { draft, mayEdit, submit } = useDraft()
  const [form] = Form.useForm<Entered>()
  const [base] = useState(draft.version)
  return (
    <section className="gz-card gz-form-page" aria-label={t('view.head')}>
      <SubmitForm<Entered>
        name="edition-head"
        form={form}
        initial={{ title: draft.title, titleEn: draft.titleEn, fromYear: draft.fromYear }}
        submitLabel={t('row.save')}
        submit={(value) => submit({ part: 'scheme', key: '', value: { ...value } }, base)}
      >
        <fieldset disabled={!mayEdit} className="gz-row-fields">
          <Field name="title" label={t('column.titleColumn')} required>
            <Input maxLength={120} />
          </Field>
          <Field name="titleEn" label={t('copy.titleEn')} required>
            <Input maxLength={120} />
          </Field>
          <Field name="fromYear" label={t('copy.year')} hint={t('copy.yearHint')} required>
            <InputNumber min={2020} max={2199} precision={0} />
          </Field>
        </fieldset>
      </SubmitForm>
    </section>
  )
}
