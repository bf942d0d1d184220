import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { answerObjection, type getObjection } from '../../../contracts/publicity/staff.ts'
import { longest, type ObjectionOutcome, objectionOutcomes } from '../../../contracts/publicity/words.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'

interface Entered {
  outcome: ObjectionOutcome
  answer: string
}
interface AnswerDialogProps {
  objection: Answer<typeof getObjection>
  onClose: () => void
}

/** 答复: given once, read by whoever holds the receipt. */
export function AnswerDialog({ objection, onClose }: AnswerDialogProps): ReactNode {
  const { t } = useTranslation('publicity')
  const { message } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(answerObjection)
  async function submit(body: Entered): Promise<void> {
    await mutateAsync({ params: { id: objection.id }, body })
    void message.success(t('answer.done'))
    await client.invalidateQueries()
  }
  return (
    <FormDialog<Entered>
      name="answer-objection"
      title={t('answer.title', { receipt: objection.receipt })}
      intro={t('answer.intro')}
      submitLabel={t('answer.do')}
      submit={submit}
      onClose={onClose}
    >
      <Field name="outcome" label={t('answer.outcome')} hint={t('answer.outcomeHint')} required>
        <Radio.Group options={objectionOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
      </Field>
      <Field name="answer" label={t('answer.text')} hint={t('answer.textHint')} required>
        <Input.TextArea rows={5} maxLength={longest.answer} />
      </Field>
    </FormDialog>
  )
}
