import { useBlocker } from '@tanstack/react-router'
import { Alert, App, Button, Form } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useMe } from '../../api/session.ts'
import { dateTime } from '../format.ts'
import { type Crumb, PageHead } from '../PageHead.tsx'
import { useWords } from '../words.ts'
import { draftKey, dropDraft, findDraft, keepDraft } from './draft.ts'
import { SubmitForm, type SubmitFormProps } from './SubmitForm.tsx'

export interface FormPageProps<T extends object> extends Omit<SubmitFormProps<T>, 'form' | 'onChange'> {
  title: string
  crumbs?: Crumb[]
  intro?: ReactNode
  /** Where to go and what to say when it is done. */
  onDone: () => void
}

/** A form as a page: what is typed is kept as a draft in this browser, and leaving before sending asks. */
export function FormPage<T extends object>(props: FormPageProps<T>): ReactNode {
  const { title, crumbs, intro, onDone, submit, initial, ...rest } = props
  const t = useWords()
  const { modal } = App.useApp()
  const [form] = Form.useForm()
  const key = draftKey(useMe().accountId, props.name)
  const [draft, setDraft] = useState(() => findDraft(key))
  const unsent = useRef(false)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  useBlocker({
    shouldBlockFn: async () => {
      if (!unsent.current) return false
      const leave = await modal.confirm({
        title: t('form.leave'),
        content: t('form.leaveHint'),
        okText: t('form.leaveOk'),
        cancelText: t('form.stay'),
        okButtonProps: { type: 'default' },
        cancelButtonProps: { type: 'primary' },
        autoFocusButton: 'cancel',
      })
      return !leave
    },
    enableBeforeUnload: () => unsent.current,
  })
  function keep(values: Partial<T>): void {
    unsent.current = true
    clearTimeout(pause.current)
    pause.current = setTimeout(() => keepDraft(key, { ...values }, new Date()), 500)
  }
  function forget(): void {
    clearTimeout(pause.current)
    unsent.current = false
    dropDraft(key)
    setDraft(null)
  }
  return (
    <div className="gz-page">
      <PageHead title={title} crumbs={crumbs ?? []} intro={intro} />
      <section className="gz-card gz-form-page" aria-label={title}>
        {draft && (
          <Alert
            className="gz-note"
            type="info"
            showIcon
            title={t('form.draft', { at: dateTime(draft.at) })}
            action={
              <Button
                size="small"
                onClick={() => {
                  forget()
                  form.setFieldsValue({ ...emptied(form.getFieldsValue()), ...initial })
                }}
              >
                {t('form.dropDraft')}
              </Button>
            }
          />
        )}
        <SubmitForm<T>
          {...rest}
          form={form}
          initial={{ ...initial, ...draft?.values }}
          onChange={keep}
          submit={async (values) => {
            await submit(values)
            forget()
            onDone()
          }}
        />
      </section>
    </div>
  )
}

const emptied = (values: object) => Object.fromEntries(Object.keys(values).map((name) => [name, undefined]))
