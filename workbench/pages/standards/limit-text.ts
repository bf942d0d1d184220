import { useTranslation } from 'react-i18next'
import { percent, rounded } from '../../parts/format.ts'

/** "3/5" of unit share → 60.0 %; "12" of unit months → 12 个月; exact values keep their digits. */
export function useLimitText(): (value: string, unit: string) => string {
  const { t } = useTranslation('standards')
  return (value, unit) => {
    if (unit === 'share') return percent(value)
    if (unit === 'yes-no') return t(value === '0' ? 'unit.no' : 'unit.yes')
    const figure = value.includes('/') ? rounded(value, 2) : value
    return t(`unit.${unit}`, { figure, defaultValue: figure })
  }
}

/** A comparator with its limit: 不低于 60.0%; of yes and no only the word. */
export function useMeasureText(): (comparator: string, limit: { value: string; unit: string }) => string {
  const { t } = useTranslation('standards')
  const text = useLimitText()
  return (comparator, { value, unit }) =>
    unit === 'yes-no' ? text(value, unit) : `${t(`comparator.${comparator}`)} ${text(value, unit)}`
}
