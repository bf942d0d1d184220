import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GradingTask } from '../../../contracts/grading/staff.ts'
import { Attendance } from './attendance/Attendance.tsx'
import { SubmitDialog } from './attendance/SubmitDialog.tsx'
import { useField, useFieldState, useSyncState } from './field-context.ts'
import { isHandedIn, rowsLeft } from './order.ts'
import { RowCard } from './rows/RowCard.tsx'
import { standingOf } from './rows/standing.ts'
import { useRowEdits } from './rows/useRowEdits.ts'
import { keyOf, type Row } from './store/entry.ts'
import { TaskHead } from './TaskHead.tsx'

/** One task on site: its rows in the table's order, who was there, and handing in. */
export function TaskPage(): ReactNode {
  const { t } = useTranslation('field')
  const { taskId } = useParams({ from: '/field/$taskId' })
  const { tasks } = useFieldState()
  const { isRunning } = useSyncState()
  const task = tasks.find(({ id }) => id === taskId)
  if (task) return <OpenTask key={task.id} task={task} />
  return (
    <main className="gz-field-page">
      <h1>{t('task.unknown')}</h1>
      <p>{t(isRunning ? 'sync.running' : 'task.unknownText')}</p>
      <Link to="/field">{t('toTasks')}</Link>
    </main>
  )
}

function OpenTask({ task }: { task: GradingTask }): ReactNode {
  const { t } = useTranslation('field')
  const { store } = useField()
  const state = useFieldState()
  const { edit, undo, canUndo } = useRowEdits(store, task)
  const [opened, setOpened] = useState<string | null>(null)
  const [isSubmitting, setSubmitting] = useState(false)
  const [said, setSaid] = useState('')
  const handedIn = isHandedIn(task, state)
  const left = rowsLeft(task, state)
  const needed = task.rows.filter((row) => {
    const standing = standingOf(row, state.entries.get(keyOf({ taskId: task.id, row: row.id })), state.files)
    return standing !== 'sent' && standing !== 'waiting'
  })

  function isShut(row: Row): boolean {
    return handedIn || task.stage !== 'grading'
      ? !(task.state === 'reopened' && (row.question !== null || row.grade === null))
      : false
  }
  function goTo(row: string): void {
    setOpened(row)
    requestAnimationFrame(() => {
      const card = document.getElementById(`row-${row}`)
      card?.scrollIntoView({ block: 'start' })
      card?.querySelector('button')?.focus({ preventScroll: true })
    })
  }
  function next(): void {
    const at = needed.findIndex(({ id }) => id === opened)
    const row = needed[at + 1] ?? needed[0]
    if (row) goTo(row.id)
  }
  function takeBack(): void {
    const row = undo()
    setSaid(row === null ? t('undo.sent') : t('undo.done', { row }))
    if (row !== null) setOpened(row)
  }
  function submit(): void {
    if (needed.length === 0) return setSubmitting(true)
    setSaid(t('submit.notYet', { count: needed.length }))
    next()
  }
  return (
    <main className="gz-field-page">
      <TaskHead task={task} left={left} />
      <ol className="gz-field-rows">
        {task.rows.map((row) => (
          <RowCard
            key={row.id}
            taskId={task.id}
            row={row}
            isOpen={opened === row.id}
            disabled={isShut(row)}
            onToggle={() => setOpened(opened === row.id ? null : row.id)}
            onEdit={(change) => edit(row, change)}
          />
        ))}
      </ol>
      <Attendance taskId={task.id} disabled={handedIn} />
      <p className="gz-field-said" role="status">
        {said}
      </p>
      {!handedIn && (
        <div className="gz-field-foot">
          <button type="button" className="gz-field-button" onClick={takeBack} disabled={!canUndo}>
            {t('undo.do')}
          </button>
          <button type="button" className="gz-field-button" onClick={next} disabled={needed.length === 0}>
            {t('row.next')}
          </button>
          <button type="button" className="gz-field-button gz-field-main" onClick={submit}>
            {t('submit.do')}
          </button>
        </div>
      )}
      <SubmitDialog task={task} isOpen={isSubmitting} onClose={() => setSubmitting(false)} />
    </main>
  )
}
