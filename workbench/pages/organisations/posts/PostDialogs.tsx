import { App, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { attestPost, endPost } from '../../../../contracts/organisations/staff.ts'
import { partyStatus } from '../../../../contracts/organisations/words.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { today } from '../../../parts/format.ts'
import type { Post } from './PostsSection.tsx'

interface PostDialogProps {
  post: Post
  onClose: () => void
  onDone: () => Promise<void>
}

export function EndPostDialog({ post, onClose, onDone }: PostDialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(endPost)
  return (
    <FormDialog<{ lastDay: string }>
      name="end-post"
      title={t('posts.endTitle', { name: post.nameMask, role: t(`postRole.${post.role}`) })}
      intro={t('posts.endIntro')}
      initial={{ lastDay: today() }}
      submitLabel={t('posts.end')}
      onClose={onClose}
      submit={async ({ lastDay }) => {
        await mutateAsync({ params: { id: post.id }, body: { lastDay, version: post.version } })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="lastDay" label={t('posts.lastDay')} required>
        <DayInput />
      </Field>
    </FormDialog>
  )
}

const withdrawn = 'withdrawn'
interface Attested {
  partyStatus: string
  attestedBy?: string
  attestedOn?: string | null
}

/** Only the Party organisation says it; without the person's consent it stands as 未提供. */
export function AttestDialog({ post, onClose, onDone }: PostDialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(attestPost)
  const [form] = Form.useForm<Attested>()
  const chosen = Form.useWatch('partyStatus', form)
  const says = chosen !== undefined && chosen !== withdrawn
  return (
    <FormDialog<Attested>
      name="attest-party-status"
      form={form}
      title={t('posts.attestTitle', { name: post.nameMask })}
      intro={t('posts.attestIntro')}
      initial={{
        attestedBy: post.attestedBy ?? '',
        attestedOn: today(),
        ...(post.partyStatus ? { partyStatus: post.partyStatus } : {}),
      }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={async ({ partyStatus: entered, attestedBy, attestedOn }) => {
        const status = partyStatus.safeParse(entered).data ?? null
        const by = status === null ? null : (attestedBy ?? null)
        const on = status === null ? null : (attestedOn ?? null)
        const body = { partyStatus: status, attestedBy: by, attestedOn: on, version: post.version }
        await mutateAsync({ params: { id: post.id }, body })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="partyStatus" label={t('posts.party')} required>
        <Select
          options={[
            ...partyStatus.options.map((value) => ({ value, label: t(`partyStatus.${value}`) })),
            { value: withdrawn, label: t('posts.withdraw') },
          ]}
        />
      </Field>
      {says && (
        <>
          <Field name="attestedBy" label={t('posts.attestedBy')} hint={t('posts.attestedByHint')} required>
            <Input maxLength={120} />
          </Field>
          <Field name="attestedOn" label={t('posts.attestedOn')} required>
            <DayInput />
          </Field>
        </>
      )}
    </FormDialog>
  )
}
