import { excused } from '../../../../contracts/grading/words.ts'
import { useTranslation } from 'react-i18next'
import { percent } from '../../../parts/format.ts'
import { useTerm } from '../../standards/names.ts'
import type { Row } from './queries.ts'

type Said = Row['proposals'][number]['said']

/** A reading as people say it: 优, 是, 9 / 12（75.0%）, 不适用. */
export function useSaid(): (said: Said, row: Row) => string {
  const { t } = useTranslation('grading')
  const term = useTerm()
  return ({ numerator, denominator, value, named, notApplicable }, row) => {
    if (notApplicable !== null) return t('row.notApplicable')
    if (named !== null) return term(named)
    if (numerator !== null && denominator !== null) {
      const share = row.shape === 'ratio' && Number(denominator) > 0
      return `${numerator} / ${denominator}${share ? `（${percent(`${numerator}/${denominator}`)}）` : ''}`
    }
    if (value === null) return numerator ?? '—'
    return row.shape === 'yes-no' ? t(Number(value) === 0 ? 'row.no' : 'row.yes') : value
  }
}

/** What the cells of the form hold for a reading. */
export function cellsOf(said: Said, row: Row): Cells {
  if (said.notApplicable !== null) return { ...noCells, choice: excused }
  if (said.named !== null) return { ...noCells, choice: said.named }
  if (row.shape === 'yes-no' && said.value !== null)
    return { ...noCells, choice: Number(said.value) === 0 ? '否' : '是' }
  return {
    choice: null,
    numerator: said.numerator ?? '',
    denominator: said.denominator ?? '',
    value: said.value ?? '',
  }
}

export interface Cells {
  /** A level of the rubric, 是/否, a named level, or 不适用. */
  choice: string | null
  numerator: string
  denominator: string
  value: string
}
const noCells: Cells = { choice: null, numerator: '', denominator: '', value: '' }

/** What is sent of the cells. */
export function enteredOf({ choice, numerator, denominator, value }: Partial<Cells>) {
  if (choice) return { value: choice }
  const given = (text: string | undefined) => text?.trim() || null
  return { numerator: given(numerator), denominator: given(denominator), value: given(value) }
}
