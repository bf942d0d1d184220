import { Form, type FormItemProps } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../words.ts'

interface FieldProps {
  /** The contract's own name or path, so that the server's faults find their field. */
  name: string | (string | number)[]
  label: string
  /** One control; put the unit into it (InputNumber suffix). */
  children: ReactElement
  required?: boolean
  /** An example or what it is for, under the field. */
  hint?: ReactNode
  /** Clause that asks for it. */
  clause?: string
  rules?: FormItemProps['rules']
  valuePropName?: string
  dependencies?: string[]
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

/** A labelled field; an empty required one says in a sentence what is missing. */
export function Field(props: FieldProps): ReactNode {
  const { name, label, required = false, hint, clause, rules = [], children } = props
  const t = useWords()
  const missing = {
    validator: (_: unknown, value: unknown) =>
      isEmpty(value) ? Promise.reject(new Error(t('form.missing', { label }))) : Promise.resolve(),
  }
  const below =
    clause === undefined ? (
      hint
    ) : (
      <>
        {hint} {t('form.clause', { clause })}
      </>
    )
  return (
    <Form.Item
      name={name}
      label={label}
      required={required}
      rules={required ? [missing, ...rules] : rules}
      extra={below}
      {...(props.valuePropName === undefined ? {} : { valuePropName: props.valuePropName })}
      {...(props.dependencies === undefined ? {} : { dependencies: props.dependencies })}
    >
      {children}
    </Form.Item>
  )
}
