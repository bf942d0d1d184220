import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { App, Form, Input, InputNumber } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { declareFact } from '../../../../contracts/evaluation/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { word } from '../../../app/search.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { editionsQuery } from '../../standards/queries.ts'
import { factsAddress } from '../addresses.ts'
import { factDefinitionsQuery } from '../queries.ts'
import { currentYear } from '../year.ts'
import { EnterpriseCodePick, PlaceCodePick } from './CodePick.tsx'
import { usualProvenance } from './CorrectForm.tsx'
import { bodyOf, type Entered } from './entered.ts'
import { FactChoice } from './FactChoice.tsx'
import { FactFields } from './FactFields.tsx'
import './facts.css'

/** One fact about one subject for one year, with its evidence. */
export function DeclareFactPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const { search } = useLocation()
  const router = useRouter()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(declareFact)
  const thisYear = currentYear()
  const fact = word(search, 'fact')
  return (
    <FormPage<Entered>
      name="declare-fact"
      title={t('declare.title')}
      crumbs={[{ label: t('facts.title'), to: factsAddress() }]}
      intro={t('declare.intro')}
      submitLabel={t('declare.submit')}
      initial={{ year: Number(word(search, 'year') ?? thisYear), ...(fact === null ? {} : { fact }) }}
      submit={(entered) => mutateAsync({ body: bodyOf(entered) })}
      onDone={() => {
        void message.success(t('declare.done'))
        void client.invalidateQueries({ queryKey: ['evaluation-facts'] })
        void router.navigate({ href: factsAddress() })
      }}
    >
      <Field name="year" label={t('rounds.year')} hint={t('declare.yearHint')} clause="6.8.2" required>
        <InputNumber min={2021} max={thisYear + 1} precision={0} />
      </Field>
      <Field name="fact" label={t('facts.fact')} hint={t('declare.factHint')} required>
        <FactChoice />
      </Field>
      <OfFact />
    </FormPage>
  )
}

/** What the chosen fact asks for. */
function OfFact(): ReactNode {
  const { t } = useTranslation('evaluation')
  const form = Form.useFormInstance<Entered>()
  const chosen = Form.useWatch('fact', form)
  const edition = useSuspenseQuery(editionsQuery).data.editions[0]?.id ?? ''
  const { data } = useQuery(factDefinitionsQuery)
  const fact = data?.facts.find(({ id }) => id === chosen)
  useEffect(() => {
    if (fact) form.setFieldsValue({ provenance: usualProvenance(fact) })
  }, [fact, form])
  if (!fact) return <p className="gz-fact-note gz-faint">{t('declare.chooseFirst')}</p>
  const ofEnterprise = fact.subjects.includes('enterprise')
  return (
    <>
      {ofEnterprise && (
        <Field name="uscc" label={t('kind.enterprise')} required>
          <EnterpriseCodePick />
        </Field>
      )}
      <Field
        name="place"
        label={t(ofEnterprise ? 'column.district' : 'declare.subject')}
        {...(ofEnterprise ? { hint: t('declare.districtHint') } : {})}
        required
      >
        <PlaceCodePick kinds={ofEnterprise ? ['district'] : fact.subjects} />
      </Field>
      <FactFields fact={fact} edition={edition} />
      <Field name="reason" label={t('declare.correctReason')} hint={t('declare.ifCorrecting')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </>
  )
}
