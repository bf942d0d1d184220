import { Alert, Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerQuestion } from '../../../../contracts/grading/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import type { Row, TaskShown } from './queries.ts'

interface QuestionPartProps {
  shown: TaskShown
  row: Row
  mayAnswer: boolean
  onAnswered: () => Promise<void>
}

/** What moderators asked about the row; answered by another grade, or in words. */
export function QuestionPart({ shown, row, mayAnswer, onAnswered }: QuestionPartProps): ReactNode {
  const { t } = useTranslation('grading')
  const [asking, setAsking] = useState<string | null>(null)
  const { mutateAsync } = useSubmit(answerQuestion)
  return (
    <>
      {shown.questions
        .filter((one) => one.row === row.id)
        .map((one) => (
          <Alert
            key={one.id}
            type={one.answer === null ? 'warning' : 'info'}
            showIcon
            title={t('question.title', { question: one.question })}
            description={
              one.answer === null ? t('question.open') : t('question.answered', { answer: one.answer })
            }
            {...(one.answer === null && mayAnswer
              ? {
                  action: (
                    <Button size="small" onClick={() => setAsking(one.id)}>
                      {t('question.answer')}
                    </Button>
                  ),
                }
              : {})}
          />
        ))}
      {asking !== null && (
        <FormDialog<{ answer: string }>
          name="answer-question"
          title={t('question.answer')}
          intro={t('question.answerMeans')}
          submitLabel={t('question.send')}
          submit={async ({ answer }) => {
            await mutateAsync({ params: { id: shown.task.id }, body: { questionId: asking, answer } })
            await onAnswered()
          }}
          onClose={() => setAsking(null)}
        >
          <Field
            name="answer"
            label={t('question.words')}
            required
            rules={[{ min: 4, message: t('question.short') }]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Field>
        </FormDialog>
      )}
    </>
  )
}
