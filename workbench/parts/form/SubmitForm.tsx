import { Button, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { ErrorNote } from '../states/ErrorNote.tsx'
import { useEnglish, useWords } from '../words.ts'
import { placeFaults } from './faults.ts'
import './form.css'

export interface SubmitFormProps<T extends object> {
  /** Stable name of the form. */
  name: string
  initial?: Partial<T>
  /** Rejects with a Problem when refused: its sentences go beside their fields. */
  submit: (values: T) => Promise<unknown>
  submitLabel: string
  onChange?: (values: Partial<T>) => void
  form?: FormInstance<T>
  /** A second button beside submit, such as cancel. */
  beside?: ReactNode
  /** The button as wide as the fields (sign-in). */
  wideButton?: boolean
  children: ReactNode
}

/** A form in one column whose faults stand beside their fields and are read out; the first of them gets the focus. */
export function SubmitForm<T extends object>(props: SubmitFormProps<T>): ReactNode {
  const t = useWords()
  const english = useEnglish()
  const [own] = Form.useForm<T>()
  // Untyped inside: the paths of the server's faults are only known now.
  const form: FormInstance = props.form ?? own
  const [error, setError] = useState<unknown>(null)
  const [faults, setFaults] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const note = useRef<HTMLDivElement>(null)
  // Fields that bear a sentence of the server's: no rule of the form would ever take it away again.
  const told = useRef<(string | number)[][]>([])

  useEffect(() => {
    if (error) note.current?.scrollIntoView({ block: 'nearest' })
  }, [error])

  function show(refusal: unknown): void {
    setError(refusal)
    if (!(refusal instanceof Problem) || refusal.errors.length === 0) return
    const shown = new Set(form.getFieldsError().map(({ name }) => name.join('.')))
    const placed = placeFaults(refusal.errors, (path) => shown.has(path.join('.')), english)
    setFaults(placed.elsewhere)
    // One sentence that stands beside its field already is not said twice.
    const beside =
      placed.elsewhere.length === 0 && refusal.errors.every((one) => one.detail === refusal.detail)
    if (beside) setError(null)
    form.setFields(placed.beside)
    told.current = placed.beside.map(({ name }) => name)
    const first = placed.beside[0]
    if (first) form.scrollToField(first.name, { focus: true })
  }
  function unsay(names: (string | number)[][]): void {
    form.setFields(names.map((name) => ({ name, errors: [] })))
    told.current = told.current.filter((name) => !names.includes(name))
  }
  async function finish(values: T): Promise<void> {
    setBusy(true)
    setError(null)
    setFaults([])
    unsay(told.current)
    await props.submit(values).catch(show)
    setBusy(false)
  }
  return (
    <Form<T>
      form={form}
      name={props.name}
      layout="vertical"
      className="gz-form"
      {...(props.initial ? { initialValues: props.initial } : {})}
      onFinish={finish}
      onValuesChange={(changed, values) => {
        unsay(told.current.filter(([field]) => field !== undefined && field in changed))
        props.onChange?.(values)
      }}
      scrollToFirstError={{ focus: true }}
      validateTrigger="onBlur"
      noValidate
    >
      <div ref={note} className="gz-form-note">
        <ErrorNote error={error} more={faults} />
      </div>
      {props.children}
      <div className={props.wideButton ? 'gz-form-end gz-form-end-wide' : 'gz-form-end'}>
        <Button type="primary" htmlType="submit" loading={busy} block={props.wideButton ?? false}>
          {props.submitLabel}
        </Button>
        {props.beside}
      </div>
      <span className="gz-hidden" aria-live="polite">
        {busy ? t('form.sending') : ''}
      </span>
    </Form>
  )
}
