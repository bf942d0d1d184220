import { useTranslation } from 'react-i18next'
import type { Said } from '../../../contracts/self-reports/staff.ts'
import { useTerm } from '../standards/names.ts'

type Entered = Said['entered']

/** A value as people read it: 9 / 12, 优, 是, 不适用. */
export function useEnteredText(): (entered: Entered) => string {
  const { t } = useTranslation('self-reports')
  const term = useTerm()
  const words: Record<string, string> = { yes: t('yes'), no: t('no'), 'N/A': t('notApplicable') }
  return ({ numerator, denominator, value }) => {
    if (value) return words[value] ?? term(value)
    if (!numerator) return ''
    return denominator ? `${numerator} / ${denominator}` : numerator
  }
}

/** What is said of a row in one line. */
export function useSaidText(): (said: Said) => string {
  const { t } = useTranslation('self-reports')
  const text = useEnteredText()
  return ({ stance, entered, note }) =>
    stance === null
      ? t('untouched')
      : [t(`stances.${stance}`), text(entered), note].filter(Boolean).join(' · ')
}
