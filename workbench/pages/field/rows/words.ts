import { useTranslation } from 'react-i18next'
import { percent } from '../../../parts/format.ts'
import { excused } from '../../../../contracts/grading/words.ts'
import type { Entered, Row, Said } from '../store/entry.ts'
import { enteredOf } from '../store/rules.ts'

interface RowWords {
  /** 优, 12 / 14（85.7%）, 是, 不适用. */
  entered: (entered: Entered, row: Row) => string
  said: (said: Said, row: Row) => string
  level: (level: string) => string
}

/** Readings as people say them. */
export function useRowWords(): RowWords {
  const { t } = useTranslation('field')
  const level = (name: string): string => t(`level.${name}`, { defaultValue: name })
  const words: RowWords = {
    level,
    entered({ value, numerator, denominator }, row) {
      if (value === excused) return t('reading.notApplicable')
      if (numerator === '' && denominator === '')
        return value === ''
          ? t('reading.none')
          : row.shape === 'yes-no' || row.shape === 'grade'
            ? level(value)
            : value
      return `${numerator || '?'} / ${denominator || '?'}${shareOf(numerator, denominator)}`
    },
    said: (said, row) => words.entered(enteredOf(said, row), row),
  }
  return words
}

const figure = /^\d+(\.\d+)?$/

function shareOf(numerator: string, denominator: string): string {
  if (!figure.test(numerator) || !figure.test(denominator) || Number(denominator) === 0) return ''
  if (numerator.includes('.') || denominator.includes('.')) return ''
  return `（${percent(`${numerator}/${denominator}`)}）`
}
