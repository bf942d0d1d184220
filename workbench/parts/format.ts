const zone = 'Asia/Shanghai'
const minute = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
const plainDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
const grouped = new Intl.NumberFormat('en-US')

/** An instant (ISO 8601) as tables show it: 2026-11-22 15:00, Beijing time. */
export function dateTime(instant: string | Date): string {
  return minute.format(new Date(instant))
}

/** The day of an instant, or a plain day unchanged: 2026-11-22. */
export function date(value: string | Date): string {
  return typeof value === 'string' && value.length === 10 ? value : plainDay.format(new Date(value))
}

/** Today's day in Beijing, as forms begin with it: 2026-11-22. */
export function today(): string {
  return plainDay.format(new Date())
}

/** Calendar days from now's day in Beijing to a plain day; negative when it is past. */
export function daysUntil(day: string, now: Date): number {
  return Math.round((Date.parse(day) - Date.parse(plainDay.format(now))) / 86_400_000)
}

/** A day as documents write it: 2026年11月22日. */
export function documentDate(value: string | Date): string {
  const [year, month, dayOfMonth] = date(value).split('-')
  return `${year}年${Number(month)}月${Number(dayOfMonth)}日`
}

/** A whole number with separators: 1,234,567. */
export function count(value: number | bigint): string {
  return grouped.format(value)
}

/**
 * An exact decimal ("87.345") or fraction ("3/8") rounded half away from zero to `places` digits, without ever going
 * through a floating-point number: 89.995 must not be shown by accident as what a band begins with.
 * Throws RangeError for anything else.
 */
export function rounded(value: string | number, places: number): string {
  const [, sign = '', whole = '', decimals = '', bottom = '1'] =
    /^([+-]?)(\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(String(value).trim()) ?? []
  if (whole === '' || BigInt(bottom) === 0n) throw new RangeError(`not a number: ${value}`)
  const top = BigInt(whole + decimals) * 10n ** BigInt(places)
  const under = BigInt(bottom) * 10n ** BigInt(decimals.length)
  const units = (top * 2n + under) / (under * 2n)
  const digits = units.toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return sign === '-' && units !== 0n ? `-${text}` : text
}

/** Points: always two decimals. */
export function score(value: string | number): string {
  return rounded(value, 2)
}

/** A share as per cent with one decimal: 87.5%; "7/8", "0.875" and numbers alike. */
export function percent(share: string | number): string {
  const [top = '', bottom = '1'] = String(share).split('/')
  return `${rounded(`${shifted(top)}/${bottom}`, 1)}%`
}

/** A rate with what it was counted from: 87.5%（n=8）. A denominator of 0 has no rate: null. */
export function rate(numerator: number, denominator: number): string | null {
  return denominator === 0 ? null : `${percent(`${numerator}/${denominator}`)}（n=${count(denominator)}）`
}

/** The decimal point two places to the right. */
function shifted(decimal: string): string {
  const [whole = '', decimals = ''] = decimal.split('.')
  const padded = decimals.padEnd(2, '0')
  const rest = padded.slice(2)
  return `${whole}${padded.slice(0, 2)}${rest === '' ? '' : `.${rest}`}`
}

/** For drawing bars only: an exact decimal or fraction as a double. */
export function drawn(value: string | number): number {
  const [top = '0', bottom = '1'] = String(value).split('/')
  return Number(top) / Number(bottom)
}
