import { Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { excused } from '../../../../contracts/grading/words.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { usePick, useTerm } from '../../standards/names.ts'
import type { Row } from './queries.ts'

export interface Choice {
  value: string
  signs: string | null
  signsEn: string | null
}

const plain = (value: string): Choice => ({ value, signs: null, signsEn: null })

/** What a row is graded by picking; empty where figures are entered. */
export function choicesOf(row: Row): Choice[] {
  if (row.shape === 'yes-no') return ['是', '否'].map(plain)
  if (row.shape === 'level') return row.levels.map(plain)
  if (row.shape !== 'grade') return []
  return row.rubric.map(({ level, signs, signsEn }) => ({ value: level, signs, signsEn }))
}

/** Levels with their visible signs, and 不适用. */
export function Choices({ choices }: { row: Row; choices: Choice[] }): ReactNode {
  const { t } = useTranslation('grading')
  const pick = usePick()
  const term = useTerm()
  const words: Record<string, string> = {
    是: t('row.yes'),
    否: t('row.no'),
    [excused]: t('row.notApplicable'),
  }
  return (
    <Field name="choice" label={t('row.choose')} required>
      <Radio.Group className="gz-grading-choices">
        {[...choices, plain(excused)].map(({ value, signs, signsEn }) => (
          <Radio key={value} value={value} className="gz-grading-choice">
            <strong>{words[value] ?? term(value)}</strong>
            {signs !== null && <span className="gz-grading-signs">{pick(signs, signsEn)}</span>}
          </Radio>
        ))}
      </Radio.Group>
    </Field>
  )
}

/** A part and its whole, or one figure; or 不适用. */
export function Figures({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('grading')
  const form = Form.useFormInstance()
  const isExcused = Form.useWatch('choice', form) === excused
  const isRatio = row.shape === 'ratio'
  return (
    <>
      {!isExcused &&
        (isRatio ? (
          <div className="gz-grading-figures">
            <Field name="numerator" label={t('row.numerator')} required>
              <Input inputMode="decimal" maxLength={40} />
            </Field>
            <Field name="denominator" label={t('row.denominator')} required>
              <Input inputMode="decimal" maxLength={40} />
            </Field>
          </div>
        ) : (
          <Field name="value" label={t(row.shape === 'checklist' ? 'row.met' : 'row.value')} required>
            <Input inputMode="decimal" maxLength={40} />
          </Field>
        ))}
      <Form.Item name="choice" noStyle>
        <ExcuseSwitch />
      </Form.Item>
    </>
  )
}

function ExcuseSwitch({
  value,
  onChange,
}: {
  value?: string | null
  onChange?: (next: string | null) => void
}): ReactNode {
  const { t } = useTranslation('grading')
  return (
    <label className="gz-grading-excuse">
      <input
        type="checkbox"
        checked={value === excused}
        onChange={({ target }) => onChange?.(target.checked ? excused : null)}
      />
      {t('row.excuse')}
    </label>
  )
}
