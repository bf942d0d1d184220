import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { revealPerson } from '../../../../contracts/organisations/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../../parts/form/ReasonField.tsx'
import type { Post } from './PostsSection.tsx'

type Person = Answer<typeof revealPerson>

/** The whole name and number, after a reason: who looked, at whom and why goes into the audit trail. */
export function RevealDialog({ post, onClose }: { post: Post; onClose: () => void }): ReactNode {
  const { t } = useTranslation('organisations')
  const [person, setPerson] = useState<Person | null>(null)
  const { mutateAsync } = useSubmit(revealPerson)
  const title = t('posts.revealTitle', { name: post.nameMask })
  if (person === null)
    return (
      <FormDialog<{ reason: string }>
        name="reveal-person"
        title={title}
        intro={t('posts.revealIntro')}
        submitLabel={t('posts.reveal')}
        staysOpen
        submit={async (body) => setPerson(await mutateAsync({ params: { id: post.id }, body }))}
        onClose={onClose}
      >
        <ReasonField hint={t('posts.revealHint')} />
      </FormDialog>
    )
  return (
    <Modal open title={title} onCancel={onClose} footer={<Button onClick={onClose}>{t('close')}</Button>}>
      <dl className="gz-facts" aria-live="polite">
        <div>
          <dt>{t('posts.name')}</dt>
          <dd>{person.name}</dd>
        </div>
        <div>
          <dt>{t('posts.phone')}</dt>
          <dd className="gz-number">{person.phone ?? t('notProvided')}</dd>
        </div>
      </dl>
      <p className="gz-faint">{t('posts.revealed')}</p>
    </Modal>
  )
}
