/** A day as documents write it: 2026年11月23日. @param day 'YYYY-MM-DD' */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
