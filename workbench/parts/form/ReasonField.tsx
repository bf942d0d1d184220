import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { Field } from './Field.tsx'

/** Why something is done that others will ask about; it goes into the audit trail. */
export function ReasonField({ label, hint }: { label?: string; hint?: string }): ReactNode {
  const t = useWords()
  return (
    <Field
      name="reason"
      label={label ?? t('form.reason')}
      hint={hint ?? t('form.reasonHint')}
      required
      rules={[{ min: 2, message: t('form.reasonShort') }]}
    >
      <Input.TextArea rows={2} maxLength={200} />
    </Field>
  )
}
