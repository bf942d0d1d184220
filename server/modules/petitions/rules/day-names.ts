import { addDays, type Day, daysBetween } from '../../../values/days.ts'
import { legalDaysKnown, legalDaysOff } from '../../../values/legal-days-off.ts'
import { type Calendar, isWeekend, isWorkingDayProvisionally } from '../../../values/working-days.ts'

export interface Said {
  zh: string
  en: string
}

const english: Record<string, string> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  '国庆节、中秋节': 'National Day and Mid-Autumn Festival',
}
const weekend: Said = { zh: '周末', en: 'weekend' }
const holiday: Said = { zh: '放假', en: 'day off' }

const works = (calendar: Calendar, day: Day) => isWorkingDayProvisionally(calendar, day) === true
const legalNameOf = (day: Day): string | undefined => {
  const year = Number(day.slice(0, 4))
  return legalDaysKnown(year) ? legalDaysOff(year).get(day) : undefined
}

/** Why nobody works that day. Days that are exchanged for a festival's bear its name, such as all of 国庆's seven. */
export function dayOffName(calendar: Calendar, day: Day): Said {
  if (calendar.exceptions.get(day) === undefined && isWeekend(day) && !legalNameOf(day)) return weekend
  for (let away = 0; away <= 7; away++)
    for (const near of [addDays(day, away), addDays(day, -away)]) {
      const name = legalNameOf(near)
      if (name && isOneBreak(calendar, day, near)) return { zh: name, en: english[name] ?? name }
    }
  return isWeekend(day) ? weekend : holiday
}

/** Nobody works on any day between them. */
function isOneBreak(calendar: Calendar, a: Day, b: Day): boolean {
  const [from, to] = a < b ? [a, b] : [b, a]
  for (let day = from; day <= to; day = addDays(day, 1)) if (works(calendar, day)) return false
  return true
}

/** 补班: a weekend on which people work by the year's notice. */
export const isMakeUpDay = (calendar: Calendar, day: Day): boolean =>
  calendar.exceptions.get(day) === 'work' && isWeekend(day)

const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const englishDay = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
const at = (day: Day) => new Date(`${day}T00:00:00Z`)

/** 11月24日（周二） */
export const dayName = (day: Day): Said => ({
  zh: `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日（周${weekdays[at(day).getUTCDay()]}）`,
  en: englishDay.format(at(day)).replace(',', ''),
})

/** 10月1日至7日; one day alone as `dayName` writes it. */
export function daysName(from: Day, to: Day): Said {
  if (from === to) return dayName(from)
  const month = (day: Day) => `${Number(day.slice(5, 7))}月`
  const last = `${month(from) === month(to) ? '' : month(to)}${Number(to.slice(8, 10))}日`
  const join = daysBetween(from, to) === 1 ? '、' : '至'
  return {
    zh: `${month(from)}${Number(from.slice(8, 10))}日${join}${last}`,
    en: `${dayName(from).en} to ${dayName(to).en}`,
  }
}

/** 11月24日（周二）09:30 of Asia/Shanghai; midnight as the 24:00 that ends a day. */
export function momentName(instant: string): Said {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  const [day, time] = [local.slice(0, 10), local.slice(11, 16)]
  const isMidnight = local.slice(11) === '00:00:00.000Z'
  const { zh, en } = dayName(isMidnight ? addDays(day, -1) : day)
  const shown = isMidnight ? '24:00' : time
  return { zh: `${zh}${shown}`, en: `${en} ${shown}` }
}
