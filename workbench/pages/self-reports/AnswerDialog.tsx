import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { answerContest, type getContest } from '../../../contracts/self-reports/staff.ts'
import { type ContestOutcome, contestOutcomes, longest } from '../../../contracts/self-reports/words.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { useTerm } from '../standards/names.ts'

interface Entered {
  outcome: ContestOutcome
  reason: string
  entered?: { numerator?: string | null; denominator?: string | null; value?: string | null }
}
interface AnswerDialogProps {
  contest: Answer<typeof getContest>
  onClose: () => void
}

/** 答复异议: with reasons; accepted, also with the value that counts from now on. */
export function AnswerDialog({ contest, onClose }: AnswerDialogProps): ReactNode {
  const { t } = useTranslation('self-reports')
  const { message } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(answerContest)
  async function submit({ entered = {}, ...body }: Entered): Promise<void> {
    await mutateAsync({ params: { id: contest.id }, body: { ...body, entered } })
    void message.success(t('contest.done'))
    await client.invalidateQueries({ queryKey: ['self-reports'] })
  }
  return (
    <FormDialog<Entered>
      name="answer-contest"
      title={t('contest.titleOf', { name: contest.name, row: contest.row })}
      intro={t('contest.answerIntro')}
      submitLabel={t('contest.answer')}
      initial={{ entered: contest.claimed }}
      submit={submit}
      onClose={onClose}
    >
      <Field name="outcome" label={t('contest.outcome')} required>
        <Radio.Group options={contestOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
      </Field>
      <Form.Item noStyle dependencies={['outcome']}>
        {({ getFieldValue }) => getFieldValue('outcome') === 'accepted' && <Value contest={contest} />}
      </Form.Item>
      <Field name="reason" label={t('contest.why')} hint={t('contest.whyHint')} required>
        <Input.TextArea rows={4} maxLength={longest.reason} />
      </Field>
    </FormDialog>
  )
}

/** The value by the fact's shape, begun with what the body claims. */
function Value({ contest: { shape, levels } }: Pick<AnswerDialogProps, 'contest'>): ReactNode {
  const { t } = useTranslation('self-reports')
  const term = useTerm()
  if (shape === 'ratio' || shape === 'checklist')
    return (
      <>
        <Field name={['entered', 'numerator']} label={t('numerator')} required>
          <Input inputMode="decimal" autoComplete="off" />
        </Field>
        <Field name={['entered', 'denominator']} label={t('denominator')} required>
          <Input inputMode="decimal" autoComplete="off" />
        </Field>
      </>
    )
  const named = shape === 'level' ? levels : shape === 'grade' ? ['优', '良', '中', '差'] : []
  const options =
    shape === 'yes-no'
      ? [
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]
      : named.map((value) => ({ value, label: term(value) }))
  return (
    <Field name={['entered', 'value']} label={t('value')} required>
      {options.length > 0 ? (
        <Radio.Group options={options} />
      ) : (
        <Input inputMode="decimal" autoComplete="off" />
      )}
    </Field>
  )
}
