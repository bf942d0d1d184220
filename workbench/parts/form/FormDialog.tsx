import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { SubmitForm, type SubmitFormProps } from './SubmitForm.tsx'

interface FormDialogProps<T extends object> extends Omit<SubmitFormProps<T>, 'beside' | 'children'> {
  title: string
  /** What will happen, before the fields. */
  intro?: ReactNode
  onClose: () => void
  /** Something else is shown in its place afterwards. */
  staysOpen?: boolean
  children?: ReactNode
}

/** A short form over the page; mounted only while it is open, so that it always starts empty. */
export function FormDialog<T extends object>({
  title,
  intro,
  onClose,
  staysOpen = false,
  submit,
  children,
  ...form
}: FormDialogProps<T>): ReactNode {
  const t = useWords()
  return (
    <Modal open title={title} footer={null} onCancel={onClose} mask={{ closable: false }}>
      {intro !== undefined && <div className="gz-dialog-intro">{intro}</div>}
      <SubmitForm<T>
        {...form}
        submit={async (values) => {
          await submit(values)
          if (!staysOpen) onClose()
        }}
        beside={<Button onClick={onClose}>{t('form.cancel')}</Button>}
      >
        {children}
      </SubmitForm>
    </Modal>
  )
}
