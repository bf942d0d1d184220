import { useCallback, useRef, useState } from 'react'
import type { GradingTask } from '../../../../contracts/grading/staff.ts'
import { keyOf, type Row } from '../store/entry.ts'
import type { FieldStore } from '../store/field-store.ts'
import { begun, type Change, changed, lackOf } from '../store/rules.ts'

type Contents = Required<Pick<Change, 'entered' | 'comment' | 'overrideReason' | 'photos'>>

interface Step {
  rowId: string
  /** What kind of change it was: typing on in the same field is one step. */
  kind: string
  before: Contents
}

interface RowEdits {
  edit: (row: Row, change: Change) => void
  /** @returns the row that was changed back, or null where it has been sent and cannot be emptied again */
  undo: () => string | null
  canUndo: boolean
}

/** Changes of a task's rows, written down at once, with the way back from each. */
export function useRowEdits(store: FieldStore, task: GradingTask): RowEdits {
  const steps = useRef<Step[]>([])
  const [count, setCount] = useState(0)
  const { id: taskId } = task

  const edit = useCallback(
    (row: Row, change: Change) => {
      const now = new Date().toISOString()
      const entry = store.state.entries.get(keyOf({ taskId, row: row.id })) ?? begun(taskId, row, now)
      const kind = Object.keys(change).join()
      const last = steps.current.at(-1)
      const isTyping = kind === 'comment' || kind === 'overrideReason' || row.rubric.length === 0
      if (!(isTyping && last?.rowId === row.id && last.kind === kind))
        steps.current.push({ rowId: row.id, kind, before: contentsOf(entry) })
      setCount(steps.current.length)
      void store.putEntry(changed(entry, change, now))
    },
    [store, taskId],
  )

  const undo = useCallback((): string | null => {
    const step = steps.current.pop()
    setCount(steps.current.length)
    const row = step && store.row(taskId, step.rowId)
    if (!step || !row) return null
    return goBack(store, taskId, row, step.before) ? row.id : null
  }, [store, taskId])

  return { edit, undo, canUndo: count > 0 }
}

const contentsOf = ({ entered, comment, overrideReason, photos }: Contents): Contents => ({
  entered,
  comment,
  overrideReason,
  photos,
})

const isSame = (one: Contents, other: Contents): boolean => JSON.stringify(one) === JSON.stringify(other)

function goBack(store: FieldStore, taskId: string, row: Row, before: Contents): boolean {
  const now = new Date().toISOString()
  const entry = store.state.entries.get(keyOf({ taskId, row: row.id }))
  const fresh = begun(taskId, row, now)
  const isOut = entry !== undefined && entry.attempt !== null
  if (!isOut && isSame(before, contentsOf(fresh))) {
    void store.drop('entries', keyOf({ taskId, row: row.id }))
    return true
  }
  const isEmpty = lackOf(before, row) === 'reading'
  // The server keeps what it was given: a grade can be changed there, never taken away.
  if (isEmpty && (isOut || row.grade !== null)) return false
  void store.putEntry(changed(entry ?? fresh, before, now))
  return true
}
