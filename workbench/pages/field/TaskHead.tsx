import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GradingTask } from '../../../contracts/grading/staff.ts'
import { useEnglish } from '../../parts/words.ts'
import { DueWords } from './DueWords.tsx'
import { useField, useFieldState, useOnline } from './field-context.ts'
import { useTitle } from './title.ts'

interface TaskHeadProps {
  task: GradingTask
  left: number
}

/** What is graded, where, until when, and how the handing in stands. */
export function TaskHead({ task, left }: TaskHeadProps): ReactNode {
  const { t } = useTranslation('field')
  const english = useEnglish()
  const { store } = useField()
  const online = useOnline()
  const { submissions } = useFieldState()
  const submission = submissions.get(task.id)
  const all = task.rows.length
  useTitle(task.projectName ?? task.subjectName)
  return (
    <header className="gz-field-head">
      <h1>{task.projectName ?? task.subjectName}</h1>
      {task.projectName !== null && <p>{task.subjectName}</p>}
      <p className="gz-field-soft">
        {[task.districtName, task.streetName].filter(Boolean).join(' · ')} ·{' '}
        <span className="gz-number">{task.subjectCode}</span>
      </p>
      <p>
        <DueWords task={task} />
      </p>
      <p aria-live="polite">{left === 0 ? t('task.allGraded', { all }) : t('task.left', { left, all })}</p>
      {online && (
        <p>
          <a href={`/grading/tasks/${task.id}/sheet`}>{t('task.print')}</a>
        </p>
      )}
      {task.state === 'submitted' && <p className="gz-field-note">{t('task.submittedText')}</p>}
      {task.state === 'reopened' && <p className="gz-field-note">{t('task.reopenedText')}</p>}
      {task.state !== 'submitted' && submission?.state === 'waiting' && (
        <div className="gz-field-note">
          <p>{t('task.submissionWaitsText')}</p>
          <button
            type="button"
            className="gz-field-link"
            onClick={() => void store.putSubmission({ ...submission, state: 'draft' })}
          >
            {t('task.takeSubmissionBack')}
          </button>
        </div>
      )}
      {submission?.refusal && (
        <p className="gz-field-note gz-field-note-alert" role="alert">
          {english ? submission.refusal.detailEn : submission.refusal.detail}
        </p>
      )}
    </header>
  )
}
