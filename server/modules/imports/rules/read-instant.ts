import type { RawCell } from '../../../platform/spreadsheet/raw-sheet.ts'
import { dateOfSerial } from '../../../values/excel-serial.ts'
import { readStart, shanghaiInstant } from '../../../values/working-days.ts'
import { readDay } from './read-day.ts'

export type ReadInstant = { ok: true; instant: string } | { ok: false; shape: boolean }

const written =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:T|\s)+(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2})(?:\.\d+)?)?(?:秒|分)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A day with a time of day, or a day alone: 2026-01-31 09:30, 2026/1/31 9:30:00, 2026年1月31日 9时30分, a date of Excel,
 * or an instant with its zone. Without a zone it is Asia/Shanghai's.
 * @returns 'YYYY-MM-DD', or 'YYYY-MM-DDTHH:mm:ss+08:00'; `shape` tells a moment that does not exist from what is none
 */
export function readInstant(raw: RawCell): ReadInstant {
  const serial = raw.kind === 'number' ? dateOfSerial(Number(raw.text)) : undefined
  const text = (serial ?? raw.text)
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim()
  const parts = written.exec(text)
  if (!parts) return dayAlone(serial ? { kind: 'date', text } : raw)
  const [, year, month = '', day = '', hour = '', minute, second = '00', zone = '+08:00'] = parts
  const at = readStart(
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}${zoneOf(zone)}`,
  )
  return at instanceof Date ? { ok: true, instant: shanghaiInstant(at) } : { ok: false, shape: true }
}

const zoneOf = (zone: string) => (zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`)

function dayAlone(raw: RawCell): ReadInstant {
  const read = readDay(raw)
  return read.ok ? { ok: true, instant: read.day } : read
}
