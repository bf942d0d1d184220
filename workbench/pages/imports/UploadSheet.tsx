import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Spin, Upload } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { uploadSheet } from '../../../contracts/imports/staff.ts'
import { call } from '../../api/client.ts'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'

/** Sends a sheet to be checked and goes to its run; what is no sheet is refused here, beside the field. */
export function UploadSheet({ kind, title }: { kind: string; title: string }): ReactNode {
  const { t } = useTranslation('imports')
  const router = useRouter()
  const client = useQueryClient()
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file, file.name)
      return call(uploadSheet, { query: { kind }, body })
    },
    onSuccess: (run) => {
      client.setQueryData(['imports', 'run', run.id], run)
      void router.navigate({ href: `/imports/${run.id}` })
    },
  })
  return (
    <div>
      <ErrorNote error={error} />
      <Upload.Dragger
        showUploadList={false}
        disabled={isPending}
        beforeUpload={(file) => {
          mutate(file)
          return false
        }}
      >
        <p className="gz-import-icon" aria-hidden>
          {isPending ? <Spin /> : <InboxOutlined />}
        </p>
        <p aria-live="polite">
          {isPending ? t('uploading', { file: variables.name }) : t('choose', { title })}
        </p>
        <p className="gz-faint">{t('chooseHint')}</p>
      </Upload.Dragger>
    </div>
  )
}
