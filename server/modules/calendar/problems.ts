import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('calendar', {
  'start-unknown': {
    zh: '没有“{text}”这一天或这一时刻。请写成 2026-09-30 或 2026-09-30T15:00（1900 年至 2199 年）。',
    en: 'There is no day or moment "{text}": write 2026-09-30 or 2026-09-30T15:00 (years 1900 to 2199).',
  },
  'start-without-hour': {
    zh: '按小时计算须写明起算时刻，“{text}”只有日期。请写成 2026-09-30T15:00 的样子。',
    en: 'Hours run from a stated moment, and "{text}" is only a day: write it like 2026-09-30T15:00.',
  },
  'term-unreadable': {
    zh: '期限“{text}”应为 0 至 {most} 的整数。',
    en: 'The term "{text}" must be a whole number from 0 to {most}.',
  },
  'notice-missing': {
    zh: '请粘贴通知全文，或逐项填写各节日的安排（两者选一）。',
    en: 'Paste the notice, or enter its arrangements one by one; one of both.',
  },
  'notice-faulty': {
    zh: '这份通知有 {count} 处读不懂或前后不符，未保存任何内容。',
    en: 'In this notice {count} places cannot be read or contradict themselves; nothing was saved.',
  },
  'title-missing': {
    zh: '找不到标题“……关于××××年部分节假日安排的通知”。请从标题开始粘贴全文。',
    en: 'The title (…关于××××年部分节假日安排的通知) is missing: paste the whole notice from its title on.',
  },
  'date-missing': {
    zh: '找不到发文日期（末尾的“××××年××月××日”）。请粘贴到落款为止。',
    en: 'The date at its end (××××年××月××日) is missing: paste it to the signature.',
  },
  'sentence-unreadable': {
    zh: '第 {line} 行（{festival}）：读不懂“{text}”。请与原件核对，或改用逐项填写。',
    en: 'Line {line} ({festival}): cannot read "{text}". Compare with the original, or enter it by hand.',
  },
  'day-unknown': {
    zh: '第 {line} 行（{festival}）：没有“{text}”这一天。请与原件核对。',
    en: 'Line {line} ({festival}): there is no day "{text}".',
  },
  'weekday-differs': {
    zh: '第 {line} 行（{festival}）：{day} 是星期{is}，通知写的是“{says}”。请与原件核对。',
    en: 'Line {line} ({festival}): {day} is another weekday than "{says}".',
  },
  'count-differs': {
    zh: '第 {line} 行（{festival}）：{first} 至 {last} 是 {is} 天，通知写的是 {says} 天。请与原件核对。',
    en: 'Line {line} ({festival}): {first} to {last} are {is} days, the notice says {says}.',
  },
  'holiday-order': {
    zh: '{where}放假首日 {day} 晚于末日。',
    en: '{whereEn}the first day off, {day}, is after the last.',
  },
  'holiday-long': { zh: '{where}放假超过 16 天。', en: '{whereEn}more than 16 days off.' },
  'holiday-year': {
    zh: '{where}{day} 不在通知的年度（或上年12月）内。',
    en: '{whereEn}{day} is not in the year of the notice, or the December before.',
  },
  'holiday-weekday': {
    zh: '{where}补班日 {day} 不是周六或周日。',
    en: '{whereEn}the make-up day {day} is no Saturday or Sunday.',
  },
  'holiday-twice': {
    zh: '{where}{day} 在通知里出现了两次。',
    en: '{whereEn}{day} stands in the notice twice.',
  },
  'holiday-missing': {
    zh: '通知里没有{festival}的安排。请核对是否完整。',
    en: 'The notice says nothing of {festival}. Is it complete?',
  },
  'reason-missing': {
    zh: '{year} 年已有通知（{title}）。请写明替换的原因，例如国务院办公厅另发通知调整。',
    en: 'There is a notice for {year} already ({title}). Say why it is replaced.',
  },
  unchanged: {
    status: 409,
    zh: '{year} 年的放假和补班日与现行的完全相同，不需要再次载入。',
    en: 'The days of {year} are the same as those that stand; there is nothing to load.',
  },
  'loaded-meanwhile': {
    status: 409,
    zh: '在您核对期间，{year} 年的通知已由他人载入。请重新检查后再确认。',
    en: 'Somebody else loaded a notice for {year} meanwhile. Check again before you confirm.',
  },
})
