import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useSentence } from '../states/sentence.ts'
import { useWords } from '../words.ts'
import type { BulkAction } from './types.ts'

interface BulkBarProps<Row> {
  rows: Row[]
  actions: BulkAction<Row>[]
  onClear: () => void
  onDone: () => void
}

/** Appears when rows are chosen: how many, what can be done to them. A failure keeps the choice. */
export function BulkBar<Row>({ rows, actions, onClear, onDone }: BulkBarProps<Row>): ReactNode {
  const t = useWords()
  const sentence = useSentence()
  const { message, modal, notification } = App.useApp()
  const { mutateAsync, isPending, variables } = useMutation({
    mutationFn: (action: BulkAction<Row>) => action.run(rows),
    onSuccess: (_, action) => {
      void message.success(action.done(rows.length))
      onClear()
      onDone()
    },
    onError: (error) => {
      const { title, detail } = sentence(error)
      notification.error({ title, description: detail })
    },
  })
  function start(action: BulkAction<Row>): void {
    // The failure is shown by onError; here it must only not surface a second time.
    const run = () => mutateAsync(action).catch(() => undefined)
    if (!action.question) return void run()
    modal.confirm({
      title: action.question(rows.length),
      okText: action.label,
      okButtonProps: { danger: action.danger ?? false },
      onOk: run,
    })
  }
  return (
    <section className="gz-bulk" aria-label={t('list.bulk')}>
      <span aria-live="polite">{t('list.chosen', { count: rows.length })}</span>
      {actions.map((action) => (
        <Button
          key={action.key}
          icon={action.icon}
          danger={action.danger ?? false}
          loading={isPending && variables?.key === action.key}
          disabled={isPending}
          onClick={() => start(action)}
        >
          {action.label}
        </Button>
      ))}
      <Button type="link" onClick={onClear}>
        {t('list.unchoose')}
      </Button>
    </section>
  )
}
