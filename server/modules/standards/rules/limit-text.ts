import { Fraction } from '../../../values/fraction.ts'

const counted: Record<string, string> = {
  persons: ' 人',
  yuan: ' 元',
  points: ' 分',
  days: ' 天',
  hours: ' 小时',
  months: ' 个月',
  level: ' 级',
  percent: '%',
}

/** A limit as the screen shows it: "3/5" of unit share → 60.0%, "12" of unit months → 12 个月, yes-no → 是. */
export function limitText({ value, unit }: { value: string; unit: string }): string {
  if (unit === 'yes-no') return value === '0' ? '否' : '是'
  if (unit === 'share') return `${Fraction.parse(value).mul(Fraction.HUNDRED).toFixed(1)}%`
  return `${value.includes('/') ? Fraction.parse(value).toFixed(2) : value}${counted[unit] ?? ''}`
}

const comparators: Record<string, string> = {
  '>=': '不低于',
  '<=': '不超过',
  '=': '等于',
  '>': '高于',
  '<': '低于',
}

/** A comparator with its limit: 不低于 60.0%; of yes and no only the word. */
export function measureText(comparator: string, limit: { value: string; unit: string }): string {
  const text = limitText(limit)
  return limit.unit === 'yes-no' ? text : `${comparators[comparator] ?? comparator} ${text}`
}
