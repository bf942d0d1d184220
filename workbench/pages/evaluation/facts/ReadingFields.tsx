import { Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getRow } from '../../../../contracts/standards/staff.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { usePick, useTerm } from '../../standards/names.ts'
import type { FactDefinition } from '../queries.ts'

interface ReadingFieldsProps {
  fact: FactDefinition
  papers: Answer<typeof getRow> | undefined
}

/** Figures are typed as text and sent exactly as typed: no digit may be lost to a number field. */
const figure = { inputMode: 'decimal', autoComplete: 'off' } as const

/** What is counted, judged or chosen, by the fact's shape. */
export function ReadingFields({ fact, papers }: ReadingFieldsProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const term = useTerm()
  switch (fact.shape) {
    case 'yes-no':
      return (
        <Field name="value" label={t('declare.yesNo')} required>
          <Radio.Group
            options={[
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]}
          />
        </Field>
      )
    case 'ratio':
      return (
        <>
          <Field name="numerator" label={t('declare.numerator')} hint={t('declare.numeratorHint')} required>
            <Input {...figure} />
          </Field>
          <Field
            name="denominator"
            label={t('declare.denominator')}
            hint={t('declare.denominatorHint')}
            required
          >
            <Input {...figure} />
          </Field>
        </>
      )
    case 'level':
      return (
        <Field name="value" label={t('declare.level')} required>
          <Select options={fact.levels.map((value) => ({ value, label: term(value) }))} />
        </Field>
      )
    case 'grade':
      return (
        <Field name="value" label={t('declare.grade')} hint={t('declare.gradeHint')} required>
          <Radio.Group className="gz-grades">
            <Grades papers={papers} />
          </Radio.Group>
        </Field>
      )
    case 'score':
      return (
        <Field name="value" label={t('declare.score')} hint={t('declare.scoreHint')} required>
          <Input {...figure} suffix={t('unit')} />
        </Field>
      )
    case 'deduction':
      return (
        <Field name="value" label={t('declare.severity')} required>
          <Select
            options={(papers?.severities ?? []).map(({ name, points }) => ({
              value: name,
              label: t('declare.severityOf', { name: term(name), points }),
            }))}
          />
        </Field>
      )
    default:
      return (
        <Field name="value" label={t(fact.shape === 'checklist' ? 'declare.met' : 'declare.count')} required>
          <Input
            {...figure}
            {...(fact.unit === null ? {} : { suffix: t(`units.${fact.unit}`, { defaultValue: '' }) })}
          />
        </Field>
      )
  }
}

/** The four levels with their visible signs beside them. */
function Grades({ papers }: { papers: ReadingFieldsProps['papers'] }): ReactNode {
  const pick = usePick()
  const term = useTerm()
  const levels =
    papers?.rubric.map(({ level, signs, signsEn }) => ({ level, signs: pick(signs, signsEn) })) ??
    ['优', '良', '中', '差'].map((level) => ({ level, signs: '' }))
  return levels.map(({ level, signs }) => (
    <Radio key={level} value={level}>
      <strong>{term(level)}</strong> <span className="gz-faint">{signs}</span>
    </Radio>
  ))
}
