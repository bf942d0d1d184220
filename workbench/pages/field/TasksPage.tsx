import { SyncOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../parts/states/Loading.tsx'
import { useField, useFieldState, useSyncState } from './field-context.ts'
import { byDeadline, dueOf, isHandedIn } from './order.ts'
import { DueWords } from './DueWords.tsx'
import { TaskCard } from './TaskCard.tsx'
import { useTitle } from './title.ts'

/** What is to be graded on site: the nearest deadline first, with what is left of each. */
export function TasksPage(): ReactNode {
  const { t } = useTranslation('field')
  const { runner } = useField()
  const state = useFieldState()
  const sync = useSyncState()
  const tasks = state.tasks.toSorted(byDeadline)
  const open = tasks.filter((task) => !isHandedIn(task, state))
  const done = tasks.filter((task) => isHandedIn(task, state))
  useTitle(t('title'))
  const nearest = open.find((task) => dueOf(task) !== null)
  if (state.takenAt === null && sync.isRunning) return <Loading />
  return (
    <main className="gz-field-page">
      <h1>{t('tasks.title', { count: open.length })}</h1>
      {nearest && (
        <p className="gz-field-soft">
          {t('tasks.nearest')} <DueWords task={nearest} bare />
        </p>
      )}
      {state.tasks.length === 0 && (
        <p className="gz-field-empty">{t(state.takenAt === null ? 'tasks.neverTaken' : 'tasks.none')}</p>
      )}
      <ul className="gz-field-tasks">
        {open.map((task) => (
          <li key={task.id}>
            <TaskCard task={task} />
          </li>
        ))}
      </ul>
      {done.length > 0 && (
        <>
          <h2>{t('tasks.done', { count: done.length })}</h2>
          <ul className="gz-field-tasks">
            {done.map((task) => (
              <li key={task.id}>
                <TaskCard task={task} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="gz-field-foot">
        <button type="button" className="gz-field-button gz-field-main" onClick={() => void runner.sync()}>
          <SyncOutlined aria-hidden /> {t(sync.isRunning ? 'sync.running' : 'sync.now')}
        </button>
      </div>
    </main>
  )
}
