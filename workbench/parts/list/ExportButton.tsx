import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useSentence } from '../states/sentence.ts'
import { useWords } from '../words.ts'

/** Runs a download and says so when it fails; `label` when it is not the list's own export. */
export function ExportButton({ run, label }: { run: () => Promise<void>; label?: string }): ReactNode {
  const t = useWords()
  const sentence = useSentence()
  const { notification } = App.useApp()
  const { mutate, isPending } = useMutation({
    mutationFn: run,
    onError: (error) => {
      const { title, detail } = sentence(error)
      notification.error({ title, description: detail })
    },
  })
  return (
    <Button icon={<DownloadOutlined />} loading={isPending} onClick={() => mutate()}>
      {label ?? t('list.export')}
    </Button>
  )
}
