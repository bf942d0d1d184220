import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnglish } from '../../../parts/words.ts'
import { excused } from '../../../../contracts/grading/words.ts'
import type { Entered, Row } from '../store/entry.ts'
import { isCounted, nothing } from '../store/rules.ts'
import { useRowWords } from './words.ts'

interface ReadingChoiceProps {
  row: Row
  entered: Entered
  disabled: boolean
  onChange: (entered: Entered) => void
}

interface Choice {
  value: string
  name: string
  signs: string
}

/** What is seen on site: a level by its visible signs, yes or no, or figures; each as large as a thumb. */
export function ReadingChoice({ row, entered, disabled, onChange }: ReadingChoiceProps): ReactNode {
  const { t } = useTranslation('field')
  const english = useEnglish()
  const choices = useChoices(row)
  const exempt: Choice = { value: excused, name: t('reading.notApplicable'), signs: '' }
  return (
    <fieldset className="gz-field-set" disabled={disabled}>
      <legend>
        {t(choices.length > 0 ? 'reading.choose' : 'reading.count')}
        <span className="gz-field-counted">{english ? row.factTitleEn : row.factTitle}</span>
      </legend>
      {choices.length === 0 && <Figures row={row} entered={entered} onChange={onChange} />}
      {[...choices, exempt].map(({ value, name, signs }) => (
        <label
          key={value}
          className={value === excused ? 'gz-field-choice gz-field-choice-slim' : 'gz-field-choice'}
        >
          <input
            type={choices.length === 0 ? 'checkbox' : 'radio'}
            name={`reading-${row.id}`}
            checked={entered.value === value}
            onChange={({ target }) => onChange(target.checked ? { ...nothing, value } : nothing)}
          />
          <span>
            <strong>{name}</strong>
            {signs !== '' && <span className="gz-field-signs">{signs}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function useChoices(row: Row): Choice[] {
  const english = useEnglish()
  const { level } = useRowWords()
  const plain = (value: string): Choice => ({ value, name: level(value), signs: '' })
  switch (row.shape) {
    case 'yes-no':
      return ['是', '否'].map(plain)
    case 'level':
      return row.levels.map(plain)
    case 'grade':
      return row.rubric.length === 0
        ? ['优', '良', '中', '差'].map(plain)
        : row.rubric.map((one) => ({
            value: one.level,
            name: level(one.level),
            signs: english ? one.signsEn : one.signs,
          }))
    default:
      return []
  }
}

type FiguresProps = Omit<ReadingChoiceProps, 'disabled'>

function Figures({ row, entered, onChange }: FiguresProps): ReactNode {
  const { t } = useTranslation('field')
  const field = (key: keyof Entered, label: string) => (
    <label className="gz-field-figure">
      <span>{label}</span>
      <input
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        value={entered.value === excused ? '' : entered[key]}
        onChange={({ target }) =>
          onChange({ ...(entered.value === excused ? nothing : entered), [key]: target.value.trim() })
        }
      />
    </label>
  )
  if (!isCounted(row)) return field('value', t(row.shape === 'checklist' ? 'reading.met' : 'reading.value'))
  return (
    <div className="gz-field-figures">
      {field('numerator', t('reading.numerator'))}
      {field('denominator', t('reading.denominator'))}
    </div>
  )
}
