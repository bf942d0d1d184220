import type { RawCell } from '../../../platform/spreadsheet/raw-sheet.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { tidied } from '../../../values/parsed.ts'
import type { Cell, Column } from '../../sheet-kind.ts'
import { cellFault } from '../problems.ts'
import { readDay } from './read-day.ts'
import { readInstant } from './read-instant.ts'
import { plainDigits, readNumber } from './read-number.ts'

export type ReadCell = { ok: true; value: Cell } | { ok: false; fault: Refusal }

const taken = (value: Cell): ReadCell => ({ ok: true, value })
const refused = (...args: Parameters<typeof cellFault>): ReadCell => ({
  ok: false,
  fault: cellFault(...args),
})

/** An indexed text must fit PostgreSQL's index pages: 500 characters are at most 2,000 bytes. */
const longestText = 500
/** How many digits a number of Excel keeps. */
const sureDigits = 15
const yes = new Set(['是', '有', '√', 'y', 'yes', 'true', '1'])
const no = new Set(['否', '无', '×', 'n', 'no', 'false', '0'])
/** Enough of a cell to recognise it in a message. */
const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** Reads one cell as its column wants it. A formula is never taken, not even its last result: it may have been reckoned from other rows. */
export function readCell(column: Column, raw: RawCell | undefined): ReadCell {
  if (!raw || raw.text.trim() === '') return column.required ? refused('required') : taken(null)
  if (raw.kind === 'formula') return refused('formula', { formula: shown(raw.text) })
  if (raw.kind === 'error') return refused('error', { text: shown(raw.text) })
  if (raw.text.includes('\u0000') || !raw.text.isWellFormed()) return refused('unkeepable')
  switch (column.kind) {
    case 'text':
      return readText(raw)
    case 'code':
      return readCode(raw)
    case 'integer':
    case 'decimal':
      return readFigure(column, raw)
    case 'day':
      return readCalendarDay(raw)
    case 'instant':
      return readMoment(raw)
    case 'choice':
      return readChoice(column, raw.text)
    case 'yes-no':
      return readYesNo(raw.text)
  }
}

function readText(raw: RawCell): ReadCell {
  if (raw.kind === 'date') return refused('date-in-text', { text: raw.text })
  const text = raw.kind === 'number' ? plainDigits(raw.text) : raw.text.trim()
  if (raw.kind === 'number' && text.replace(/\D/g, '').length > sureDigits) return refused('digits-lost')
  return text.length > longestText ? refused('too-long', { limit: longestText }) : taken(text)
}

function readCode(raw: RawCell): ReadCell {
  if (raw.kind === 'number' && !/^\d+$/.test(plainDigits(raw.text)))
    return refused('not-code', { text: shown(raw.text) })
  const read = readText(raw)
  return read.ok ? taken(tidied(String(read.value))) : read
}

function readFigure(column: Column, raw: RawCell): ReadCell {
  if (raw.kind === 'date') return refused('date-in-text', { text: raw.text })
  const parameters = { text: shown(raw.text), example: column.example || '12' }
  const figure = readNumber(raw.text, raw.kind === 'number')
  if (figure === undefined) return refused(column.kind === 'integer' ? 'not-whole' : 'not-number', parameters)
  if (column.kind === 'decimal') return taken(figure)
  const whole = Number(figure)
  return Number.isSafeInteger(whole) ? taken(whole) : refused('not-whole', parameters)
}

function readCalendarDay(raw: RawCell): ReadCell {
  const day = readDay(raw)
  if (day.ok) return taken(day.day)
  return refused(day.shape ? 'no-such-day' : 'not-day', { text: shown(raw.text) })
}

function readMoment(raw: RawCell): ReadCell {
  const moment = readInstant(raw)
  if (moment.ok) return taken(moment.instant)
  return refused(moment.shape ? 'no-such-moment' : 'not-moment', { text: shown(raw.text) })
}

function readChoice(column: Column, text: string): ReadCell {
  const written = plain(text)
  const chosen = column.choices?.find(({ value, label }) => plain(label) === written || value === written)
  const choices = column.choices?.map((choice) => choice.label).join('、') ?? ''
  return chosen ? taken(chosen.value) : refused('not-choice', { text: shown(text), choices })
}

function readYesNo(text: string): ReadCell {
  const written = plain(text)
  if (yes.has(written)) return taken(true)
  return no.has(written) ? taken(false) : refused('not-yes-no', { text: shown(text) })
}

/** Full-width brackets and letters, blanks and capitals make no difference. */
const plain = (text: string) => tidied(text).toLowerCase()
