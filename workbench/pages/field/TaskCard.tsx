import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GradingTask } from '../../../contracts/grading/staff.ts'
import { DueWords } from './DueWords.tsx'
import { useFieldState } from './field-context.ts'
import { isHandedIn, rowsLeft } from './order.ts'
import { StandingMark } from './StandingMark.tsx'

/** One task: what, where, until when, how much is left, and whether it has been sent. */
export function TaskCard({ task }: { task: GradingTask }): ReactNode {
  const { t } = useTranslation('field')
  const state = useFieldState()
  const left = rowsLeft(task, state)
  const all = task.rows.length
  const unsent = [...state.entries.values()].filter(({ taskId }) => taskId === task.id)
  const stuck = unsent.filter(({ theirs, refusal }) => theirs !== null || refusal !== null).length
  const submission = state.submissions.get(task.id)
  return (
    <Link to="/field/$taskId" params={{ taskId: task.id }} className="gz-field-task">
      <strong className="gz-field-task-name">{task.projectName ?? task.subjectName}</strong>
      {task.projectName !== null && <span>{task.subjectName}</span>}
      <span className="gz-field-soft">
        {[task.districtName, task.streetName].filter(Boolean).join(' · ')} · {task.roundName}
        {task.seat !== null && ` · ${task.seat}`}
        {task.second && ` · ${t('task.second')}`}
      </span>
      <DueWords task={task} />
      <span className="gz-field-progress" aria-hidden>
        <span style={{ width: `${((all - left) / Math.max(1, all)) * 100}%` }} />
      </span>
      <span className="gz-field-task-foot">
        <span>{left === 0 ? t('task.allGraded', { all }) : t('task.left', { left, all })}</span>
        {stuck > 0 ? (
          <StandingMark standing="conflict" words={t('sync.stuck', { count: stuck })} />
        ) : submission?.state === 'waiting' ? (
          <StandingMark standing="waiting" words={t('task.submissionWaits')} />
        ) : unsent.length > 0 ? (
          <StandingMark standing="waiting" words={t('sync.waiting', { count: unsent.length })} />
        ) : isHandedIn(task, state) ? (
          <StandingMark standing="sent" words={t('task.submitted')} />
        ) : task.state === 'reopened' ? (
          <StandingMark standing="question" words={t('task.reopened')} />
        ) : left < all ? (
          <StandingMark standing="sent" words={t('standing.sent')} />
        ) : (
          <StandingMark standing="open" words={t('task.notBegun')} />
        )}
      </span>
    </Link>
  )
}
