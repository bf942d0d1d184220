import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Alert, App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../contracts/documents/staff.ts'
import { recuse, submitTask } from '../../../../contracts/grading/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { EvidenceField } from '../../../parts/evidence/EvidenceField.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../../parts/form/ReasonField.tsx'
import { tasksAddress } from '../addresses.ts'
import type { Task } from './queries.ts'

interface HandInProps {
  task: Task
  left: number
  onClose: () => void
  onDone: () => Promise<void>
}

interface HandedIn {
  present?: string
  sheet?: Evidence[]
  note?: string
}

/** Hands a task in with who was there, and the signed and sealed sheet where it was done on paper. */
export function HandInDialog({ task, left, onClose, onDone }: HandInProps): ReactNode {
  const { t } = useTranslation('grading')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(submitTask)
  return (
    <FormDialog<HandedIn>
      name="hand-in"
      title={t('task.handIn')}
      intro={
        left > 0 ? (
          <Alert type="warning" showIcon title={t('task.left', { count: left })} />
        ) : (
          t('task.handInMeans')
        )
      }
      submitLabel={t('task.handIn')}
      submit={async ({ present = '', sheet = [], note = '' }) => {
        const who = present.split(/[、,，\n]/).flatMap((one) => one.trim() || [])
        await mutateAsync({
          params: { id: task.id },
          body: { attendance: who.map((one) => ({ who: one })), sheetDocumentId: sheet[0]?.id ?? null, note },
        })
        void message.success(t('task.handedIn'))
        await onDone()
      }}
      onClose={onClose}
    >
      <Field name="present" label={t('task.present')} hint={t('task.presentHint')}>
        <Input maxLength={300} />
      </Field>
      <Field name="sheet" label={t('task.signedSheet')} hint={t('task.signedSheetHint')}>
        <EvidenceField most={1} />
      </Field>
      <Field name="note" label={t('task.note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </FormDialog>
  )
}

/** Steps back from a task; it goes to somebody else at once. */
export function RecuseDialog({ task, onClose }: { task: Task; onClose: () => void }): ReactNode {
  const { t } = useTranslation('grading')
  const { message } = App.useApp()
  const client = useQueryClient()
  const router = useRouter()
  const { mutateAsync } = useSubmit(recuse)
  return (
    <FormDialog<{ reason: string }>
      name="recuse"
      title={t('task.recuse')}
      intro={t('task.recuseMeans')}
      submitLabel={t('task.recuse')}
      submit={async ({ reason }) => {
        await mutateAsync({ params: { id: task.id }, body: { reason } })
        void message.success(t('task.recused'))
        await client.invalidateQueries({ queryKey: ['grading-tasks', 'list'] })
        await router.navigate({ href: tasksAddress })
      }}
      onClose={onClose}
    >
      <ReasonField />
    </FormDialog>
  )
}
