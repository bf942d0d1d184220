import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GradingTask } from '../../../../contracts/grading/staff.ts'
import { FieldDialog } from '../FieldDialog.tsx'
import { useField, useFieldState } from '../field-context.ts'
import { submissionOf } from './submission.ts'

interface SubmitDialogProps {
  task: GradingTask
  isOpen: boolean
  onClose: () => void
}

/** What is handed in, once more before it is; without a network it goes when there is one. */
export function SubmitDialog({ task, isOpen, onClose }: SubmitDialogProps): ReactNode {
  const { t } = useTranslation('field')
  const { store, runner } = useField()
  const state = useFieldState()
  const submission = submissionOf(state, task.id)
  const signed = submission.attendance.filter(({ signatureId }) => signatureId !== null).length

  async function submit(): Promise<void> {
    onClose()
    await store.putSubmission({ ...submission, state: 'waiting', refusal: null })
    await runner.sync()
  }
  return (
    <FieldDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('submit.title', { name: task.projectName ?? task.subjectName })}
    >
      <p>
        {t('submit.summary', {
          rows: task.rows.length,
          present: submission.attendance.length,
          signed,
        })}
      </p>
      <label className="gz-field-text">
        <span>{t('submit.note')}</span>
        <textarea
          rows={2}
          maxLength={500}
          value={submission.note}
          onChange={({ target }) => void store.putSubmission({ ...submission, note: target.value })}
        />
      </label>
      <p className="gz-field-soft">{t('submit.final')}</p>
      <div className="gz-field-pair">
        <button type="button" className="gz-field-button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="button" className="gz-field-button gz-field-main" onClick={() => void submit()}>
          {t('submit.do')}
        </button>
      </div>
    </FieldDialog>
  )
}
