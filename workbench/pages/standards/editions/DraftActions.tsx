import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Upload } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  exportEdition,
  importEdition,
  settleEdition,
  submitEdition,
  withdrawEdition,
} from '../../../../contracts/standards/editions.ts'
import { download } from '../../../api/download.ts'
import { useSubmit } from '../../../api/submit.ts'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../../parts/form/ReasonField.tsx'
import { useSentence } from '../../../parts/states/sentence.ts'
import { useDraft } from './useDraft.tsx'

type Asking = 'submit' | 'publish' | 'return' | 'withdraw' | null

/** What can be done with the whole edition: file in and out, submission, another person's approval. */
export function DraftActions(): ReactNode {
  const { t } = useTranslation('editions')
  const { draft, mayEdit } = useDraft()
  const [asking, setAsking] = useState<Asking>(null)
  const mayApprove = draft.state === 'submitted' && draft.can['standards.approve-edition'] === true
  const mayWithdraw = draft.can['standards.edit-edition'] === true && draft.state !== 'published'
  const formats = (['yaml', 'json'] as const).map((format) => ({
    key: format,
    label: format.toUpperCase(),
    onClick: () =>
      void download(
        exportEdition,
        { params: { id: draft.id }, query: { format } },
        `${draft.code}.${format}`,
      ),
  }))
  return (
    <>
      <Dropdown menu={{ items: formats }} trigger={['click']}>
        <Button icon={<DownloadOutlined />}>{t('action.export')}</Button>
      </Dropdown>
      {mayEdit && <ImportFile />}
      {mayWithdraw && draft.state !== 'withdrawn' && (
        <Button onClick={() => setAsking('withdraw')}>{t('action.withdraw')}</Button>
      )}
      {mayEdit && (
        <Button type="primary" disabled={draft.faults.length > 0} onClick={() => setAsking('submit')}>
          {t('action.submit')}
        </Button>
      )}
      {mayApprove && (
        <>
          <Button onClick={() => setAsking('return')}>{t('action.return')}</Button>
          <Button type="primary" onClick={() => setAsking('publish')}>
            {t('action.publish')}
          </Button>
        </>
      )}
      {asking && <Asked asking={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function ImportFile(): ReactNode {
  const { t } = useTranslation('editions')
  const { draft } = useDraft()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const sentence = useSentence()
  const { mutateAsync, isPending } = useSubmit(importEdition)
  async function read(file: File): Promise<void> {
    const sure = await modal.confirm({
      title: t('import.ask', { name: file.name }),
      content: t('import.means'),
    })
    if (!sure) return
    try {
      const text = await file.text()
      const { changed } = await mutateAsync({ params: { id: draft.id }, body: { text, base: draft.version } })
      void message.success(t('import.done', { count: changed }))
      await client.invalidateQueries()
    } catch (error) {
      void message.error(sentence(error).detail)
    }
  }
  return (
    <Upload
      accept=".yaml,.yml,.json"
      showUploadList={false}
      beforeUpload={(file) => {
        void read(file)
        return false
      }}
    >
      <Button icon={<UploadOutlined />} loading={isPending}>
        {t('action.import')}
      </Button>
    </Upload>
  )
}

function Asked({ asking, onClose }: { asking: NonNullable<Asking>; onClose: () => void }): ReactNode {
  const { t } = useTranslation('editions')
  const { draft } = useDraft()
  const { message } = App.useApp()
  const client = useQueryClient()
  const submitting = useSubmit(submitEdition)
  const settling = useSubmit(settleEdition)
  const withdrawing = useSubmit(withdrawEdition)
  const params = { id: draft.id }
  async function act({ reason }: { reason?: string }): Promise<void> {
    if (asking === 'submit') await submitting.mutateAsync({ params, body: { base: draft.version } })
    else if (asking === 'publish') await settling.mutateAsync({ params, body: { outcome: 'published' } })
    else if (asking === 'return')
      await settling.mutateAsync({ params, body: { outcome: 'returned', reason: reason ?? '' } })
    else await withdrawing.mutateAsync({ params, body: { reason: reason ?? '' } })
    void message.success(t(`ask.${asking}.done`))
    await client.invalidateQueries()
  }
  return (
    <FormDialog<{ reason?: string }>
      name={`edition-${asking}`}
      title={t(`ask.${asking}.title`, { title: draft.title })}
      intro={<p>{t(`ask.${asking}.means`)}</p>}
      submitLabel={t(`ask.${asking}.submit`)}
      submit={act}
      onClose={onClose}
    >
      {asking === 'return' || asking === 'withdraw' ? <ReasonField /> : null}
    </FormDialog>
  )
}
