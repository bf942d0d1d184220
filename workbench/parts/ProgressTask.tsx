import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { count, dateTime } from './format.ts'
import { StateTag, type StateKind } from './marks/StateTag.tsx'
import { useWords } from './words.ts'
import './page.css'

export type TaskState = 'waiting' | 'running' | 'done' | 'failed'

export interface ProgressTaskProps {
  title: string
  state: TaskState
  /** What is being done now: "正在核对第 3 张表". */
  doing?: string
  done: number
  /** null while it is not known how much there is. */
  total: number | null
  /** Instant, ISO 8601. */
  startedAt?: string
  /** Shown when it is over: the receipt, the link to the result. */
  result?: ReactNode
  onCancel?: () => void
}

const kinds: Record<TaskState, StateKind> = {
  waiting: 'waiting',
  running: 'doing',
  done: 'done',
  failed: 'refused',
}

/** Long work: what is being done, how far it is; may be left, the result is reported in 待办. */
export function ProgressTask(props: ProgressTaskProps): ReactNode {
  const { title, state, doing, done, total, startedAt, result, onCancel } = props
  const t = useWords()
  const under = state === 'waiting' || state === 'running'
  const share = total !== null && total > 0 ? Math.floor((done / total) * 100) : 0
  return (
    <section className="gz-card gz-task" aria-label={title} aria-busy={under}>
      <div className="gz-head-row">
        <h2>{title}</h2>
        <StateTag kind={kinds[state]} word={t(`task.${state}`)} />
        {startedAt !== undefined && (
          <span className="gz-faint gz-number">{t('task.since', { at: dateTime(startedAt) })}</span>
        )}
        {under && onCancel && (
          <span className="gz-head-actions">
            <Button onClick={onCancel}>{t('task.cancel')}</Button>
          </span>
        )}
      </div>
      {under && total !== null && (
        <Progress
          percent={share}
          status="active"
          showInfo={false}
          aria-label={t('task.progress', { title })}
        />
      )}
      <p aria-live="polite">
        {doing} {done > 0 && <span className="gz-number">{progressWords()}</span>}
      </p>
      {under ? <p className="gz-faint">{t('task.mayLeave')}</p> : result}
    </section>
  )

  function progressWords(): string {
    return total === null
      ? t('task.countDone', { done: count(done) })
      : t('task.countOf', { done: count(done), total: count(total) })
  }
}
