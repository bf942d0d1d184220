import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  askGrader,
  chooseGrade,
  type ReviewedRow,
  type ReviewRow,
} from '../../../contracts/moderation/staff.ts'
import { type Choice, choiceNames, choices } from '../../../contracts/moderation/words.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../parts/form/ReasonField.tsx'
import { useEnglish } from '../../parts/words.ts'

interface DialogProps {
  row: ReviewedRow
  grade: ReviewedRow['grades'][number]
  review: ReviewRow
  onClose: () => void
}

/** 退回提问: the grader sees the question with his task, and grades anew or explains. */
export function AskDialog({ row, grade, review, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation('moderation')
  const { message } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(askGrader)
  return (
    <FormDialog<{ question: string }>
      name="ask-grader"
      title={t('askTitle', { row: row.id, grader: grade.grader })}
      intro={t('askMeans')}
      submitLabel={t('ask')}
      onClose={onClose}
      submit={async ({ question }) => {
        await mutateAsync({
          params: { id: review.id },
          body: { taskId: grade.taskId, row: row.id, question },
        })
        void message.success(t('askDone'))
        await client.invalidateQueries({ queryKey: ['moderation'] })
      }}
    >
      <Field name="question" label={t('question')} hint={t('questionHint')} required>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </FormDialog>
  )
}

/** 选定评分: which of two graders counts; whoever chooses does not confirm. */
export function ChooseDialog({ row, grade, review, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation('moderation')
  const language = useEnglish() ? 'en' : 'zh'
  const { message } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(chooseGrade)
  return (
    <FormDialog<{ choice: Choice; reason: string }>
      name="choose-grade"
      title={t('chooseTitle', { row: row.id })}
      intro={t('chooseMeans')}
      initial={{ choice: 'first' }}
      submitLabel={t('choose')}
      onClose={onClose}
      submit={async ({ choice, reason }) => {
        await mutateAsync({
          params: { id: review.id },
          body: { taskId: grade.taskId, row: row.id, choice, reason },
        })
        void message.success(t('chooseDone'))
        await client.invalidateQueries({ queryKey: ['moderation'] })
        await client.invalidateQueries({ queryKey: ['evaluation', 'round', review.roundId] })
      }}
    >
      <Field name="choice" label={t('choice')} required>
        <Radio.Group options={choices.map((value) => ({ value, label: choiceNames[value][language] }))} />
      </Field>
      <ReasonField />
    </FormDialog>
  )
}
