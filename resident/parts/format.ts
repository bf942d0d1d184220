import type { Language } from '../app/words.ts'

/** Scores with two decimals; an exact decimal text may have more. */
export const score = (text: string): string => Number(text).toFixed(2)

/** Points as the table writes them: at most two decimals, none that say nothing. */
export const points = (text: string): string => String(Math.round(Number(text) * 100) / 100)

/** 87.5% of what could be reached; null where nothing could. */
export function share(got: string, of: string): number | null {
  return Number(of) === 0 ? null : Math.max(0, Math.min(1, Number(got) / Number(of)))
}
export const percent = (part: number): string => `${(part * 100).toFixed(1).replace(/\.0$/, '')}%`

/** '2026-12-02' → 2026年12月2日, 2 December 2026. */
export function dayWords(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (language !== 'en') return `${year}年${Number(month)}月${Number(date)}日`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** The day in Asia/Shanghai on which an instant falls. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** '2026-11-23T01:05:00Z' → 11月23日 09:05, 23 Nov, 09:05; in Asia/Shanghai. */
export const timeWords = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant))

/** The last day of a term: what ends at 24:00 ends on that day, not on the next. */
export const lastDayOf = (instant: string): string => dayOf(new Date(Date.parse(instant) - 1).toISOString())
