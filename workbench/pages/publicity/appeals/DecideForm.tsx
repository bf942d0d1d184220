import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppealPage, decideAppeal } from '../../../../contracts/publicity/appeals.ts'
import {
  type AppealOutcome,
  appealOutcomeNames,
  appealOutcomes,
} from '../../../../contracts/publicity/appeal-words.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { SubmitForm } from '../../../parts/form/SubmitForm.tsx'
import { useEnglish } from '../../../parts/words.ts'
import { EnteredFields } from './EnteredFields.tsx'

interface Decided {
  outcome?: AppealOutcome
  answer?: string
  entered?: { numerator?: string; denominator?: string; value?: string }
}
interface Entered {
  rows: Record<string, Decided>
  answer: string
}

/** 答复: every row with its outcome and reasons; what is upheld gets the reading that counts from now on. */
export function DecideForm({ page }: { page: AppealPage }): ReactNode {
  const { t } = useTranslation('publicity')
  const { message } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(decideAppeal)
  const { appeal, rows } = page
  async function submit(entered: Entered): Promise<void> {
    const decided = rows.map(({ id }) => {
      const { outcome = 'rejected', answer = '', entered: cells } = entered.rows[id] ?? {}
      return { indicator: id, outcome, answer, entered: outcome === 'rejected' ? null : (cells ?? null) }
    })
    const { shifts } = await mutateAsync({
      params: { id: appeal.id },
      body: { rows: decided, answer: entered.answer },
    })
    void message.success(t('decide.done', { count: shifts }))
    await client.invalidateQueries({ queryKey: ['publicity'] })
    await client.invalidateQueries({ queryKey: ['appeals'] })
  }
  return (
    <section className="gz-card" aria-label={t('decide.title')}>
      <div className="gz-section-head">
        <h2>{t('decide.title')}</h2>
      </div>
      <div className="gz-publicity-form">
        <p className="gz-faint">{t('decide.intro')}</p>
        <SubmitForm<Entered> name="decide-appeal" submit={submit} submitLabel={t('decide.submit')}>
          {rows.map((row) => (
            <RowFields key={row.id} row={row} />
          ))}
          <Field name="answer" label={t('decide.answer')} hint={t('decide.answerHint')} required>
            <Input.TextArea rows={3} maxLength={2000} />
          </Field>
        </SubmitForm>
      </div>
    </section>
  )
}

function RowFields({ row }: { row: AppealPage['rows'][number] }): ReactNode {
  const { t } = useTranslation('publicity')
  const english = useEnglish()
  const language = english ? 'en' : 'zh'
  const outcome: AppealOutcome | undefined = Form.useWatch(['rows', row.id, 'outcome'])
  const offered = row.decidable ? appealOutcomes : (['rejected'] as const)
  return (
    <fieldset className="gz-publicity-fieldset">
      <legend>
        {row.id} {english ? row.indicatorEn : row.indicator}
      </legend>
      <Field
        name={['rows', row.id, 'outcome']}
        label={t('decide.outcome')}
        required
        {...(row.decidable ? {} : { hint: t('decide.follows') })}
      >
        <Radio.Group
          options={offered.map((value) => ({ value, label: appealOutcomeNames[value][language] }))}
        />
      </Field>
      {(outcome === 'upheld' || outcome === 'partly') && (
        <EnteredFields path={['rows', row.id, 'entered']} shape={row.shape} levels={row.levels} />
      )}
      <Field name={['rows', row.id, 'answer']} label={t('decide.reason')} required>
        <Input.TextArea rows={2} maxLength={1000} />
      </Field>
    </fieldset>
  )
}
