import { z } from 'zod'

/** How a term is counted. The names are those of the files that `gongzhi deadline --file` reads. */
export const termRules = ['working_days', 'calendar_days_art203', 'hours', 'notice_before'] as const
export const termRule = z.enum(termRules)
export type TermRule = z.infer<typeof termRule>

/** What each rule counts, as it stands behind a number. */
export const termRuleNames: Record<TermRule, { zh: string; en: string }> = {
  working_days: { zh: '个工作日', en: 'working days' },
  calendar_days_art203: { zh: '日（末日遇休息日顺延）', en: 'calendar days (a last day off moves on)' },
  hours: { zh: '小时（昼夜连续计算）', en: 'hours (day and night)' },
  notice_before: { zh: '日前通知（倒算，不顺延）', en: 'days’ notice before (backwards, never moved)' },
}
