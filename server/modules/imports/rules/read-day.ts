import type { RawCell } from '../../../platform/spreadsheet/raw-sheet.ts'
import { dateOfSerial } from '../../../values/excel-serial.ts'
import { isDay } from '../../../values/days.ts'
import { tidied } from '../../../values/parsed.ts'

export type ReadDay = { ok: true; day: string } | { ok: false; shape: boolean }

const written =
  /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/

/**
 * A day however an office writes it: a date of Excel, its bare serial, 2026-01-31, 2026/1/31, 2026.1.31,
 * 2026年1月31日, 20260131, in half- or full-width digits; a time of day behind it is left out.
 * `shape` tells a day that does not exist (2026-02-30) from what is no date at all.
 */
export function readDay(raw: RawCell): ReadDay {
  const text = tidied(raw.text)
  const parts = written.exec(text) ?? compact.exec(text)
  if (parts) {
    const [, year = '', month = '', day = ''] = parts
    const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDay(whole) ? { ok: true, day: whole } : { ok: false, shape: true }
  }
  const serial = raw.kind === 'number' ? dateOfSerial(Number(raw.text)) : undefined
  return serial && isDay(serial.slice(0, 10))
    ? { ok: true, day: serial.slice(0, 10) }
    : { ok: false, shape: false }
}
