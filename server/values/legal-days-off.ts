import { addDays, type Day } from './days.ts'

/**
 * Days that move with moon and sun: 正月初一, 清明, 端午 and 中秋 of a year, after GB/T 33661-2017 (农历的编算和颁行).
 * Taken from lunar-javascript 1.7.7 (MIT) and the same in chinese-days 1.5.7 (MIT); 2025 and 2026 as in the State
 * Council's notices. A table, since the calendar that JavaScript engines carry is a day out in 2027 and 2030.
 */
const moving = `
2025 01-29 04-04 05-31 10-06
2026 02-17 04-05 06-19 09-25
2027 02-06 04-05 06-09 09-15
2028 01-26 04-04 05-28 10-03
2029 02-13 04-04 06-16 09-22
2030 02-03 04-05 06-05 09-12
2031 01-23 04-05 06-24 10-01
2032 02-11 04-04 06-12 09-19
2033 01-31 04-04 06-01 09-08
2034 02-19 04-05 06-20 09-27
2035 02-08 04-05 06-10 09-16
2036 01-28 04-04 05-30 10-04
2037 02-15 04-04 06-18 09-24
2038 02-04 04-05 06-07 09-13
2039 01-24 04-05 05-27 10-02
2040 02-12 04-04 06-14 09-20
2041 02-01 04-04 06-03 09-10
2042 01-22 04-04 06-22 09-28
2043 02-10 04-05 06-11 09-17
2044 01-30 04-04 05-31 10-05
2045 02-17 04-04 06-19 09-25
2046 02-06 04-04 06-08 09-15
2047 01-26 04-05 05-29 10-04
2048 02-14 04-04 06-15 09-22
2049 02-02 04-04 06-04 09-11
2050 01-23 04-04 06-23 09-30`

/** By year, in the order above. */
const table: ReadonlyMap<number, readonly string[]> = new Map(
  moving
    .trim()
    .split('\n')
    .map((line) => {
      const [year = '', ...days] = line.split(' ')
      return [Number(year), days.map((day) => `${year}-${day}`)]
    }),
)

/** Whether the legal days off of a year can be told: 2025, since when the regulation holds, to 2050. */
export const legalDaysKnown = (year: number): boolean => table.has(year)

/**
 * The days off of 《全国年节及纪念日放假办法》 (revised 2024-11-10, in force since 2025-01-01), art. 2, with their
 * festivals: 元旦 1, 春节 4 (from the lunar year's last day), 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. Thirteen, or
 * twelve days where 中秋 falls into 国庆. Which others are exchanged for them, only the year's notice tells.
 * @throws RangeError for a year that `legalDaysKnown` does not know
 */
export function legalDaysOff(year: number): ReadonlyMap<Day, string> {
  const [newYear, qingming, duanwu, zhongqiu] = table.get(year) ?? []
  if (!newYear || !qingming || !duanwu || !zhongqiu)
    throw new RangeError(`no legal days off are known for ${year}`)
  const days: [Day, string][] = [
    [`${year}-01-01`, '元旦'],
    ...[-1, 0, 1, 2].map((n): [Day, string] => [addDays(newYear, n), '春节']),
    [qingming, '清明节'],
    [`${year}-05-01`, '劳动节'],
    [`${year}-05-02`, '劳动节'],
    [duanwu, '端午节'],
    [zhongqiu, '中秋节'],
  ]
  const found = new Map(days)
  for (const day of [`${year}-10-01`, `${year}-10-02`, `${year}-10-03`])
    found.set(day, found.has(day) ? '国庆节、中秋节' : '国庆节')
  return found
}

export const isLegalDayOff = (day: Day): boolean => legalDaysOff(Number(day.slice(0, 4))).has(day)
