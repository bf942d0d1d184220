import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../parts/form/Field.tsx'
import { useTerm } from '../../standards/names.ts'

interface EnteredFieldsProps {
  /** Where the reading lies in the form. */
  path: (string | number)[]
  shape: string | null
  levels: readonly string[]
}

const figure = { inputMode: 'decimal', autoComplete: 'off', maxLength: 40 } as const

/** The reading that counts from now on: a level by name, a part and its whole, or a figure. */
export function EnteredFields({ path, shape, levels }: EnteredFieldsProps): ReactNode {
  const { t } = useTranslation('publicity')
  const term = useTerm()
  if (levels.length > 0)
    return (
      <Field name={[...path, 'value']} label={t('entered.level')} required>
        <Select
          options={levels.map((value) => ({
            value,
            label: value === '0' ? t('entered.noIncident') : term(value),
          }))}
        />
      </Field>
    )
  if (shape === 'ratio')
    return (
      <>
        <Field name={[...path, 'numerator']} label={t('entered.numerator')} required>
          <Input {...figure} />
        </Field>
        <Field name={[...path, 'denominator']} label={t('entered.denominator')} required>
          <Input {...figure} />
        </Field>
      </>
    )
  return (
    <Field name={[...path, 'value']} label={t('entered.value')} hint={t('entered.valueHint')} required>
      <Input {...figure} />
    </Field>
  )
}
