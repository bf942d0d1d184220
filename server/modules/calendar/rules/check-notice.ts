import type { Refusal } from '../../../platform/problems/refusal.ts'
import { type HolidaysOfYear, holidayFaults } from '../../../values/holiday-notice.ts'
import { refuse } from '../problems.ts'

/**
 * What a notice cannot order, one refusal each.
 * @param lines where the arrangements stand in the pasted text; without, they are named by their place in the form
 */
export function noticeFaults(notice: HolidaysOfYear, lines?: readonly number[]): Refusal[] {
  return holidayFaults(notice).map(({ at, code, params }) => {
    const line = lines?.[at]
    const where = line === undefined ? `${params.festival}：` : `第 ${line} 行（${params.festival}）：`
    const place =
      line === undefined
        ? { field: lines ? 'text' : at < 0 ? 'notice.holidays' : `notice.holidays.${at}.first` }
        : { field: 'text', row: line }
    const whereEn = line === undefined ? `${params.festival}: ` : `Line ${line} (${params.festival}): `
    return refuse(code, { ...params, where, whereEn }, place)
  })
}
